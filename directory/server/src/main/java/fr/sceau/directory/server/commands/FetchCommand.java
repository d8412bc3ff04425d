package fr.sceau.directory.server.commands;

import fr.sceau.directory.server.fetching.Fetches;
import fr.sceau.directory.server.fetching.Outcome;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings what is published now, as the running directory does every hour. */
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description = {
            "Va chercher les extractions plus récentes aux adresses de conf/registry.tsv, et les pose dans",
            "directory/registry/, d'où l'annuaire en service les importe. Code 1 si l'une n'est servie par aucune adresse."
        })
final class FetchCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private HomeOption installation;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, RefusedFileException {
        Fetches fetches = Fetches.of(installation.home(), this::progress, Clock.systemUTC());
        PrintWriter out = spec.commandLine().getOut();
        if (fetches.isEmpty()) {
            out.println("Aucune adresse dans conf/registry.tsv.");
            return 1;
        }
        Map<String, Outcome> outcomes = fetches.run();
        outcomes.forEach(this::print);
        return outcomes.values().stream().anyMatch(Outcome.Failed.class::isInstance) ? 1 : 0;
    }

    private LongConsumer progress(String what, long total) {
        return total < 0 ? done -> {} : new Progress(spec.commandLine().getErr(), what, total)::at;
    }

    private void print(String prefix, Outcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        String said = outcome instanceof Outcome.Arrived arrived
                ? "arrivée : " + arrived.file().getFileName()
                : outcome instanceof Outcome.NothingNew ? "rien de plus récent" : "servie par aucune adresse";
        out.printf("%s : %s%n", prefix, said);
        outcome.complaints().forEach(complaint -> out.printf("  %s%n", complaint));
    }
}
