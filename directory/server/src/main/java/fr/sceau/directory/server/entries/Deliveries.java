package fr.sceau.directory.server.entries;

import fr.sceau.directory.server.registry.PastDeliveries;
import fr.sceau.directory.server.sources.Content;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code ou=remises}: what became of the mail that we sent, one entry per address. Beside the mailboxes and not on them: most
 * addresses of machines and those of the red list are in no extraction, and what we saw is not what the nation publishes.
 */
final class Deliveries {
    private static final DateTimeFormatter GENERALIZED = // RFC 4517 3.3.13
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Deliveries() {}

    /** Nothing, the branch included, while nothing was learned. */
    static List<StoredEntry> of(Content own) {
        List<StoredEntry> entries = new ArrayList<>();
        if (!own.deliveries().isEmpty()) {
            entries.add(new EntryDraft("ou", "remises", Tree.BASE, "top", "organizationalUnit").build());
            own.deliveries().forEach(past -> entries.add(entry(past)));
        }
        return entries;
    }

    private static StoredEntry entry(PastDeliveries past) {
        return new EntryDraft("asBoite", past.address(), Tree.DELIVERIES, "top", "asRemises")
                .add("asDerniereRemise", time(past.lastSuccess()))
                .add("asDernierEchec", time(past.lastFailure()))
                .add("asMotifEchec", past.code())
                .add("asJoursFermee", Integer.toString(past.closedDays()))
                .add("asJoursEchec", Integer.toString(past.failingDays()))
                .add("asFormat", past.formats())
                .add("asTailleRefusee", past.tooLarge() == 0 ? "" : Long.toString(past.tooLarge()))
                .add("asRefusTaille", time(past.tooLargeAt()))
                .build();
    }

    private static String time(Optional<Instant> instant) {
        return instant.map(GENERALIZED::format).orElse("");
    }
}
