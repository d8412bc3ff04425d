package fr.sceau.server.cli;

import fr.sceau.server.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Files named on a command line. */
final class WorkingFolder {
    private WorkingFolder() {}

    static Path resolve(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /** What a password file holds. */
    static String firstLine(Path file) {
        try (Stream<String> lines = Files.lines(resolve(file))) {
            return lines.findFirst()
                    .filter(line -> !line.isBlank())
                    .orElseThrow(() -> new ServerException("Fichier vide : " + file));
        } catch (IOException e) {
            throw new ServerException("Lecture impossible : " + file, e);
        }
    }
}
