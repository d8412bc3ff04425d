package fr.sceau.server.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the installation is. */
final class Home {
    @Option(names = "--home", required = true, paramLabel = "DOSSIER", description = "Dossier de l'installation.")
    private Path home = Path.of("var");

    Path path() {
        return home.toAbsolutePath();
    }
}
