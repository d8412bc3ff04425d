package fr.sceau.directory.server.commands;

import fr.sceau.directory.server.importing.Import;
import fr.sceau.directory.server.importing.Import.Manner;
import fr.sceau.directory.server.index.Country;
import fr.sceau.directory.server.index.Tally;
import fr.sceau.directory.server.registry.Quarantine;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a new version of the extractions of a folder. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Fait une nouvelle version de l'annuaire avec l'extraction la plus récente de chaque sorte.",
            "Un fichier douteux, ou qui retirerait plus qu'un jour ne retire, ne change rien."
        })
final class ImportCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 4; // each holds a part of the country in memory

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private IndexOption index;

    @Parameters(paramLabel = "DOSSIER", description = "les extractions (.txt, et la table ADELI;RPPS .csv)")
    private @Nullable Path folder;

    @Option(names = "--day", paramLabel = "AAAA-MM-JJ", description = "jour de la version (aujourd'hui)")
    private @Nullable LocalDate day;

    @Option(
            names = "--complete",
            description = "refait toutes les entrées, aussi celles dont les lignes n'ont pas changé")
    private boolean complete;

    @Option(
            names = "--trial",
            description = "fichiers d'essai : les numéros de personnes sont pris comme ils sont écrits")
    private boolean trial;

    @Option(names = "--force", description = "accepte ce que les garde-fous de volume refuseraient")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, RefusedFileException {
        try (Country country = index.openOrCreate()) {
            LocalDate on = day == null ? LocalDate.now() : day;
            Import made = new Import(country, Objects.requireNonNull(folder), index.work(), steps(), manner());
            print(made.run(on));
            return 0;
        }
    }

    private Manner manner() {
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        return new Manner(force, complete, trial, threads);
    }

    private Import.Steps steps() {
        PrintWriter err = spec.commandLine().getErr();
        return new Import.Steps() {
            private Progress progress = new Progress(err, "", 1);

            @Override
            public void begins(String what, long total) {
                progress = new Progress(err, what, total);
            }

            @Override
            public void done(long done) {
                progress.at(done);
            }
        };
    }

    private void print(Import.Report report) {
        PrintWriter out = spec.commandLine().getOut();
        Tally tally = report.tally();
        out.printf(
                "Version %d du %s : %d nouvelles entrées, %d changées, %d absentes, %d revenues, %d retirées, %d inchangées%n",
                report.version().number(),
                report.version().day(),
                tally.added(),
                tally.changed(),
                tally.missing(),
                tally.back(),
                tally.removed(),
                tally.same());
        report.held()
                .forEach(domain -> out.printf(
                        "%s : toutes ses boîtes manquent ; gardées, jusqu'à un import avec --force%n", domain));
        report.passedOn()
                .forEach(box -> out.printf("%s : à une autre personne désormais ; vérifiez ses certificats%n", box));
        for (Map.Entry<String, Quarantine> file : report.quarantine().entrySet()) {
            if (file.getValue().size() > 0) {
                out.printf(
                        "%s : lignes écartées %s%n",
                        file.getKey(), file.getValue().reasons());
            }
        }
    }
}
