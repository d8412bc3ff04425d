package fr.sceau.directory.server.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that may hold one kind of content, the preferred one first. */
@FunctionalInterface
interface Candidates {
    List<Path> preferredFirst() throws IOException;

    /** Files named {@code PREFIX}, date and time, {@code .txt}; the newest date first. */
    static Candidates dated(Path folder, String prefix) {
        Pattern name = Pattern.compile(Pattern.quote(prefix) + "\\d{8,14}\\.txt");
        return () -> matching(folder, name).stream()
                .sorted(Comparator.comparing(Path::getFileName).reversed())
                .toList();
    }

    static Candidates single(Path file) {
        return () -> Files.isRegularFile(file) ? List.of(file) : List.of();
    }

    /** Regular files of a folder; none when the folder is not there yet. */
    static List<Path> matching(Path folder, Pattern name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> name.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }
}
