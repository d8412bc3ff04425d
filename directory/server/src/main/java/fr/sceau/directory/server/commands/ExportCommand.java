package fr.sceau.directory.server.commands;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import fr.sceau.directory.server.entries.NationalEntries;
import fr.sceau.directory.server.index.Country;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** All entries as LDIF. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Toutes les entrées en LDIF, les branches d'abord, pour un autre serveur LDAP.")
final class ExportCommand implements Callable<Integer> {
    private static final int TOP = 3; // persons, structures and mailboxes

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private IndexOption index;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private static void print(PrintWriter out, Entry entry, Runnable done) {
        out.println(entry.toLDIFString());
        done.run();
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Country country = index.open()) {
            Progress progress = new Progress(spec.commandLine().getErr(), "entrées", country.size());
            long[] seen = {0};
            Runnable done = () -> progress.at(++seen[0]);
            NationalEntries.branches().forEach(entry -> out.println(entry.toLDIFString()));
            country.each(name -> parts(name) == TOP, entry -> print(out, entry, done));
            country.each(name -> parts(name) > TOP, entry -> print(out, entry, done)); // below these
        }
        out.flush();
        return out.checkError() ? 1 : 0;
    }

    private static int parts(String name) {
        try {
            return new DN(name).getRDNs().length;
        } catch (LDAPException e) {
            throw new IllegalStateException("an entry of ours has a name", e);
        }
    }
}
