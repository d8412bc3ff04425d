package fr.sceau.directory.server.commands;

import fr.sceau.directory.server.entries.DirectorySchema;
import fr.sceau.directory.server.index.Country;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which directory on disk is meant. */
final class IndexOption {
    @Option(
            names = "--index",
            required = true,
            defaultValue = "${sys:sceau.index}", // given by the launcher
            paramLabel = "DOSSIER",
            description = "l'annuaire sur disque (celui de l'installation)")
    private @Nullable Path folder;

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** One that is there. */
    Country open() {
        Path there = Objects.requireNonNull(folder);
        if (!Files.isDirectory(there)) {
            throw new ParameterException(spec.commandLine(), "Pas d'annuaire dans " + there + ".");
        }
        return openOrCreate();
    }

    /** What it is a part of. */
    Path directory() {
        return Objects.requireNonNull(folder).toAbsolutePath().resolveSibling("");
    }

    /** Beside it, on the same disk. */
    Path work() {
        Path there = Objects.requireNonNull(folder).toAbsolutePath();
        return there.resolveSibling(there.getFileName() + ".import");
    }

    Country openOrCreate() {
        return Country.open(Objects.requireNonNull(folder), DirectorySchema.load());
    }
}
