package fr.sceau.directory.server.commands;

import fr.sceau.directory.server.registry.Mailbox;
import fr.sceau.directory.server.registry.OwnMailboxFile;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which installation is meant. */
final class HomeOption {
    @Option(
            names = "--home",
            required = true,
            defaultValue = "${sys:sceau.home}", // given by the launcher
            paramLabel = "DOSSIER",
            description = "le dossier de l'installation")
    private @Nullable Path home;

    Path home() {
        return Objects.requireNonNull(home);
    }

    /** What its directory keeps. */
    Path directory() {
        return home().resolve("directory");
    }

    /** The mailboxes of the house. */
    List<Mailbox> mailboxes() throws IOException, RefusedFileException {
        Path table = directory().resolve("own").resolve("mailboxes.tsv");
        return Files.exists(table) ? OwnMailboxFile.format().read(table).rows() : List.of();
    }
}
