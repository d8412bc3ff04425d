package fr.sceau.server.cli;

import fr.sceau.server.ServerConfiguration;
import fr.sceau.store.queue.QueueDesk;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what an operator has to look at: the accounts answer, and no mail is put aside. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Boîtes, courrier en attente, et courrier mis de côté après trop d'échecs.",
        exitCodeListHeading = "Codes de retour :%n",
        exitCodeList = {"0:rien à faire", "1:la base ne répond pas", "3:du courrier est mis de côté"})
final class StatusCommand implements Callable<Integer> {
    private static final int SOMETHING_TO_DO = 3;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    @Mixin
    private Home home = new Home();

    @Override
    public Integer call() {
        ServerConfiguration configuration = ServerConfiguration.load(home.path());
        QueueDesk.Count count;
        try (AccountTables tables = AccountTables.open(configuration)) {
            System.out.println("boîtes : " + tables.accounts().mailboxes().size());
            count = new QueueDesk(tables.database()).count();
        }
        String oldest = count.oldest()
                .map(since -> " (le plus ancien depuis " + TIME.format(since) + ")")
                .orElse("");
        System.out.println("courrier en attente : " + count.queued() + oldest);
        System.out.println("courrier mis de côté : " + count.parked());
        if (count.parked() > 0) {
            System.out.println("  à examiner : ./sceau queue list");
        }
        return count.parked() == 0 ? 0 : SOMETHING_TO_DO;
    }
}
