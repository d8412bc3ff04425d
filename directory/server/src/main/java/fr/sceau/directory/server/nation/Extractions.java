package fr.sceau.directory.server.nation;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The files of one day while they are written. */
final class Extractions implements Closeable {
    private static final int BUFFER = 1 << 20;

    private final Map<Layout, Writer> files = new EnumMap<>(Layout.class);

    Extractions(Path folder, String stamp) throws IOException {
        try {
            for (Layout layout : Layout.values()) {
                Path file = folder.resolve(layout.fileName(stamp));
                files.put(layout, new BufferedWriter(Files.newBufferedWriter(file), BUFFER));
                write(layout, List.of(layout.header()));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    void write(Layout layout, List<String> lines) throws IOException {
        Writer file = Objects.requireNonNull(files.get(layout));
        for (String line : lines) {
            file.write(line);
        }
    }

    @Override
    public void close() throws IOException {
        for (Writer file : files.values()) {
            file.close();
        }
    }
}
