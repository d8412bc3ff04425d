package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.index.Hash;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Which program makes the entries: another one may make other entries of the same lines. */
final class Program {
    private Program() {}

    /** Of the jar (or the folder of classes) that this class comes from, and of the platform below it. */
    static String fingerprint() throws IOException {
        StringBuilder all = new StringBuilder(Runtime.version().toString());
        for (Path file : files()) {
            all.append('\n').append(Hash.of(Files.readAllBytes(file)));
        }
        return Long.toHexString(Hash.of(all.toString()));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(code())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path code() throws IOException {
        try {
            return Path.of(
                    Objects.requireNonNull(Program.class.getProtectionDomain().getCodeSource(), "code source")
                            .getLocation()
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IOException("the program is at a place without a path", e);
        }
    }
}
