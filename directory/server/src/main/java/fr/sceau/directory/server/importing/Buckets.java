package fr.sceau.directory.server.importing;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lines brought together by their key: those of one key are in one bucket, and a bucket fits into memory. */
final class Buckets implements Closeable {
    static final int COUNT = 64;

    private final Path folder;
    private final List<Writer> writers = new ArrayList<>();

    Buckets(Path folder, String name) throws IOException {
        this.folder = Files.createDirectory(folder.resolve(name));
        for (int i = 0; i < COUNT; i++) {
            writers.add(new BufferedWriter(Files.newBufferedWriter(file(i)), 1 << 16));
        }
    }

    /** @param line without an end */
    void add(String key, String line) throws IOException {
        Writer writer = writers.get(Math.floorMod(mixed(key.hashCode()), COUNT));
        writer.write(line);
        writer.write('\n');
    }

    /** To be called once all is added. */
    List<String> read(int bucket) throws IOException {
        writers.get(bucket).close();
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file(bucket))) {
            StringBuilder line = new StringBuilder();
            for (int c = reader.read(); c >= 0; c = reader.read()) { // a line may have a CR of its own
                if (c == '\n') {
                    lines.add(line.toString());
                    line.setLength(0);
                } else {
                    line.append((char) c);
                }
            }
        }
        Files.delete(file(bucket));
        return lines;
    }

    private Path file(int bucket) {
        return folder.resolve(String.valueOf(bucket));
    }

    private static int mixed(int hash) {
        return hash ^ (hash >>> 16);
    }

    @Override
    public void close() throws IOException {
        for (Writer writer : writers) {
            writer.close();
        }
    }
}
