package fr.sceau.directory.server.importing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where lines are brought together while an import lasts.
 *
 * @param path removed with all that is in it at the end, or by the next import when this one was killed
 */
record WorkFolder(Path path) implements Closeable {
    static WorkFolder empty(Path path) throws IOException {
        remove(path);
        Files.createDirectories(path);
        return new WorkFolder(path);
    }

    private static void remove(Path path) throws IOException {
        if (Files.exists(path)) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(path)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path each : all) {
                Files.delete(each);
            }
        }
    }

    @Override
    public void close() throws IOException {
        remove(path);
    }
}
