package fr.sceau.directory.server.commands;

import fr.sceau.directory.server.nation.Nation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes an invented nation. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Écrit un pays inventé dans la forme des extractions nationales : activités, diplômes,",
            "savoir-faire, boîtes, cartes, et la table ADELI;RPPS. La même graine donne le même pays.",
            "Sans option de taille : un millième de la France ; la France : --people 1970000",
            "--structures 400000 --mailboxes 535000 --cards 1000000."
        })
final class GenerateCommand implements Callable<Integer> {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    @Parameters(paramLabel = "DOSSIER", description = "où écrire les fichiers")
    private @Nullable Path folder;

    @Option(names = "--people", defaultValue = "1970", description = "professionnels (${DEFAULT-VALUE})")
    private long people;

    @Option(names = "--structures", defaultValue = "400", description = "structures (${DEFAULT-VALUE})")
    private long structures;

    @Option(names = "--mailboxes", defaultValue = "535", description = "boîtes (${DEFAULT-VALUE})")
    private long mailboxes;

    @Option(names = "--cards", defaultValue = "1000", description = "cartes (${DEFAULT-VALUE})")
    private long cards;

    @Option(names = "--day", defaultValue = "0", description = "le pays, tant de jours après (${DEFAULT-VALUE})")
    private int day;

    @Option(names = "--seed", defaultValue = "1", description = "graine (${DEFAULT-VALUE})")
    private long seed;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Nation nation = new Nation(size(), seed);
        String stamp = FIRST_DAY.plusDays(day).format(DateTimeFormatter.BASIC_ISO_DATE) + "0400";
        Progress progress = new Progress(spec.commandLine().getErr(), "professionnels", people);
        nation.write(Objects.requireNonNull(folder), day, stamp, progress::at);
        return 0;
    }

    private Nation.Size size() {
        try {
            return new Nation.Size(people, structures, mailboxes, cards);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "De 1 à 10 millions de professionnels, de 1 à 500 000 structures.", e);
        }
    }
}
