package fr.sceau.directory.server.commands;

import fr.sceau.directory.server.index.Country;
import fr.sceau.directory.server.index.Version;
import java.io.PrintWriter;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Which version is there, and where it came from. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "La version servie, et ses sources.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private IndexOption index;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Country country = index.open()) {
            Version version = country.version();
            out.printf(
                    "Version %d du %s, %d entrées, empreinte %016x%n",
                    version.number(), version.day(), country.size(), country.fingerprint());
            new TreeMap<>(version.sources()).forEach((part, file) -> out.printf("  %-18s %s%n", part, file));
        }
        return 0;
    }
}
