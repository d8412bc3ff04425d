package fr.sceau.store.message;

import fr.sceau.store.content.ContentId;
import fr.sceau.store.mailbox.MailboxNumber;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;

/** Moves messages into one mailbox: copied and expunged under the locks of all mailboxes concerned. */
final class Moves {
    private Moves() {}

    /** The new rows, in the order of the originals; what was expunged meanwhile is not moved. */
    static List<MessageRow> move(Connection c, long target, List<MailboxMessage> originals, Instant now)
            throws SQLException, MailboxNotFoundException {
        Map<Long, List<MailboxMessage>> sources = bySource(originals);
        TreeSet<Long> mailboxes = new TreeSet<>(sources.keySet());
        mailboxes.add(target);
        MailboxLocks.takeFor(c, target, mailboxes);
        List<MessageRow> moved = new ArrayList<>();
        for (Map.Entry<Long, List<MailboxMessage>> source : sources.entrySet()) {
            moved.addAll(moveFrom(c, source.getKey(), target, source.getValue(), now));
        }
        return inOrder(originals, moved);
    }

    /** Copied before they are expunged: the contents are never without a holder. */
    private static List<MessageRow> moveFrom(
            Connection c, long source, long target, List<MailboxMessage> originals, Instant now) throws SQLException {
        UidSet uids =
                UidSet.of(originals.stream().map(each -> each.getUid().asLong()).toList());
        List<MessageRow> there = MessageReads.rows(c, source, uids);
        List<Copies.Original> present = there.stream()
                .map(row -> Copies.Original.of(row, PermittedFlags.ALL))
                .toList();
        List<MessageRow> moved = present.isEmpty() ? List.of() : Copies.copyLocked(c, target, present, now);
        Expunge.moved(c, source, uids);
        return moved;
    }

    private static Map<Long, List<MailboxMessage>> bySource(List<MailboxMessage> originals) {
        Map<Long, List<MailboxMessage>> sources = new HashMap<>();
        for (MailboxMessage each : originals) {
            long mailbox = MailboxNumber.of(each.getMailboxId()).value();
            sources.computeIfAbsent(mailbox, any -> new ArrayList<>()).add(each);
        }
        return sources;
    }

    private static List<MessageRow> inOrder(List<MailboxMessage> originals, List<MessageRow> moved) {
        Map<UUID, Integer> places = new HashMap<>();
        for (int i = 0; i < originals.size(); i++) {
            places.putIfAbsent(ContentId.of(originals.get(i).getMessageId()).value(), i);
        }
        List<MessageRow> sorted = new ArrayList<>(moved);
        sorted.sort(Comparator.comparing(row -> places.getOrDefault(row.content(), 0)));
        return sorted;
    }
}
