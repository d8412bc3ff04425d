package fr.sceau.demo.inbox;

import fr.sceau.demo.Installation;
import fr.sceau.demo.mail.Inbox;
import fr.sceau.demo.world.Cast;
import fr.sceau.demo.world.Logins;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The inboxes of the two doctors and of the service. */
public final class InboxTable {
    private static final List<String> SHOWN = List.of(Cast.CLAIRE, Cast.PAUL, Cast.CARDIOLOGY);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Installation installation;
    private final Logins logins;

    public InboxTable(Installation installation) {
        this.installation = installation;
        this.logins = Logins.of(installation);
    }

    /** Waits until every mailbox holds as many messages as expected; false when the time is over before. */
    public boolean await(Map<String, Long> expected, Duration limit, Consumer<String> progress)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        long wanted =
                SHOWN.stream().mapToLong(box -> expected.getOrDefault(box, 0L)).sum();
        long before = -1;
        while (true) {
            long arrived = arrived(expected);
            if (arrived != before) {
                progress.accept(arrived + " / " + wanted + " messages distribués");
                before = arrived;
            }
            if (arrived >= wanted) {
                return true;
            }
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    /** Messages above the expected number in one box do not make up for missing ones in another. */
    private long arrived(Map<String, Long> expected) {
        long sum = 0;
        for (String box : SHOWN) {
            try (Inbox inbox = new Inbox(installation, logins.forMailbox(box))) {
                sum += Math.min(inbox.count(), expected.getOrDefault(box, 0L));
            }
        }
        return sum;
    }

    /** The table as text. */
    public String text() {
        String authservId = installation.setting("authserv-id");
        List<Line> lines = new ArrayList<>();
        for (String box : SHOWN) {
            try (Inbox inbox = new Inbox(installation, logins.forMailbox(box))) {
                lines.addAll(inbox.read(message -> Line.of(box, message, authservId)));
            }
        }
        return TableText.of(lines);
    }
}
