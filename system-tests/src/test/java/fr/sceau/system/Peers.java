package fr.sceau.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Programs that others wrote; without them an end-to-end test is skipped and says so. */
final class Peers {
    private Peers() {}

    /** Skips the test unless peers are asked for and all of these are on the PATH. */
    static void need(String... programs) {
        assumeTrue("1".equals(System.getenv("SCEAU_PEERS")), "outils extérieurs non demandés (SCEAU_PEERS=1)");
        for (String program : programs) {
            assumeTrue(onPath(program), "outil absent de cette machine : " + program);
        }
    }

    /** Skips the test when the sample files are not beside the clone. */
    static Path samples(Path root) {
        Path samples = root.resolve("../shared/samples").normalize();
        assumeTrue(Files.isDirectory(samples), "fichiers d'exemple absents : ../shared/samples");
        return samples;
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }
}
