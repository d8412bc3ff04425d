package fr.sceau.directory.server.commands;

import com.unboundid.ldap.sdk.Entry;
import fr.sceau.directory.server.index.Change;
import fr.sceau.directory.server.index.Country;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What changed from one version to another. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Ce qui a changé d'une version à une autre : + nouvelle, - retirée, * changée.")
final class DiffCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private IndexOption index;

    @Parameters(index = "0", paramLabel = "A", description = "numéro de version")
    private long from;

    @Parameters(index = "1", paramLabel = "B", description = "numéro d'une version suivante")
    private long to;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Country country = index.open()) {
            country.changes(from, to).forEach(this::print);
        }
        return 0;
    }

    private void print(Change change) {
        PrintWriter out = spec.commandLine().getOut();
        String sign = change.before().isEmpty() ? "+" : change.after().isEmpty() ? "-" : "*";
        out.println(sign + " " + change.name());
        if (change.before().isPresent() && change.after().isPresent()) {
            print(out, change.before().get(), change.after().get());
        }
    }

    private static void print(PrintWriter out, Entry before, Entry after) {
        Entry.diff(before, after, true).forEach(each -> {
            String sign = each.getModificationType().getName().equals("DELETE") ? "-" : "+";
            for (String value : each.getValues()) {
                out.println("    " + sign + " " + each.getAttributeName() + ": " + value);
            }
        });
    }
}
