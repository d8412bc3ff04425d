package fr.sceau.demo;

import fr.sceau.demo.inbox.InboxTable;
import fr.sceau.demo.seed.Seeding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what has arrived. */
@Command(
        name = "table",
        description =
                "Montre les boîtes de réception de la démonstration ; la première fois, attend que tout soit arrivé.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Codes de retour :%n",
        exitCodeList = {
            "0:tout est arrivé",
            "1:des messages manquent ou une boîte est inaccessible",
            "2:appel incorrect"
        })
final class TableCommand implements Callable<Integer> {
    @Option(names = "--home", required = true, paramLabel = "DOSSIER", description = "dossier de l'installation")
    private @Nullable Path home;

    @Option(
            names = "--wait",
            paramLabel = "SECONDES",
            defaultValue = "60",
            description = "attente au plus (défaut : ${DEFAULT-VALUE})")
    private int seconds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = Installation.open(Objects.requireNonNull(home));
        InboxTable table = new InboxTable(installation);
        boolean complete = await(installation, table);
        System.out.println();
        System.out.print(table.text());
        if (!complete) {
            System.err.println("demo : des messages manquent après " + seconds + " s");
        }
        return complete ? 0 : 1;
    }

    /** Only until everything has arrived once: later, people move and delete what they like. */
    private boolean await(Installation installation, InboxTable table) throws IOException, InterruptedException {
        Path arrived = installation.path("demo", "seed", "arrived");
        if (Files.exists(arrived)) {
            return true;
        }
        boolean complete = table.await(
                Seeding.acceptedFor(installation),
                Duration.ofSeconds(seconds),
                line -> System.out.println("  " + line));
        if (complete && Seeding.complete(installation)) {
            Files.writeString(arrived, "");
        }
        return complete;
    }
}
