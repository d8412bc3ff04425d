package fr.sceau.directory.server.commands;

import fr.sceau.directory.server.index.Country;
import fr.sceau.directory.server.reconciling.Difference;
import fr.sceau.directory.server.reconciling.Reconciliation;
import fr.sceau.directory.server.registry.Mailbox;
import fr.sceau.directory.server.registry.OwnMailboxFile;
import fr.sceau.directory.server.registry.RefusedFileException;
import fr.sceau.directory.server.registry.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is published of the mailboxes of the house. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = {
            "Compare les boîtes de la maison à ce que la dernière extraction en publie : absentes, inconnues ici, ou d'un autre",
            "titulaire, type ou structure. Les boîtes APP et CAB ne sont pas publiées. Code 3 s'il y a un écart."
        })
final class ReconcileCommand implements Callable<Integer> {
    private static final int DIFFERENT = 3;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private IndexOption index;

    @Parameters(
            paramLabel = "TABLE",
            arity = "0..1",
            defaultValue = "${sys:sceau.home}/directory/own/mailboxes.tsv", // given by the launcher
            description = "la table des boîtes (celle de l'installation)")
    private @Nullable Path table;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, RefusedFileException {
        Table<Mailbox> own = OwnMailboxFile.format().read(Objects.requireNonNull(table));
        PrintWriter out = spec.commandLine().getOut();
        if (own.quarantine().size() > 0) {
            out.printf(
                    "Lignes incomprises de la table, non comparées : %d%n",
                    own.quarantine().size());
        }
        try (Country country = index.open()) {
            List<Difference> differences = Reconciliation.between(own.rows(), country);
            differences.forEach(
                    one -> out.printf("%s\t%s%n", one.address(), one.kind().sentence()));
            out.printf(
                    "%d boîtes comparées à la version %d, écarts : %d%n",
                    own.rows().stream().map(Mailbox::address).distinct().count(),
                    country.version().number(),
                    differences.size());
            return differences.isEmpty() ? 0 : DIFFERENT;
        }
    }
}
