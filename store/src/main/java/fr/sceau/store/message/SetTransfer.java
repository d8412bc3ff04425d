package fr.sceau.store.message;

import fr.sceau.store.database.Sql;
import fr.sceau.store.mailbox.MailboxNumber;
import fr.sceau.store.message.MessageTransfers.Transfer;
import fr.sceau.store.message.MessageTransfers.Transferred;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;

/**
 * COPY and MOVE of a set of messages in one transaction. Both mailboxes are locked from the look at the source until the
 * end, so that what became which is certain.
 */
public final class SetTransfer {
    private static final String SIZE =
            "SELECT count(*), coalesce(sum(c.octets), 0)" + UidSet.MESSAGES + " JOIN content c ON c.id = m.content_id";

    private final Sql sql;
    private final Clock clock;

    public SetTransfer(DataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.clock = clock;
    }

    /** How many messages and octets a set holds at this moment. */
    public record Size(long messages, long octets) {}

    public Size size(Transfer transfer) throws MailboxException {
        Object[] which = set(transfer).in(source(transfer)).toArray();
        return Work.now(() -> sql.query(SIZE, row -> new Size(row.getLong(1), row.getLong(2)), which)
                .get(0));
    }

    public Transferred copy(Transfer transfer) throws MailboxException {
        return Work.transaction(sql, c -> copied(c, transfer).told());
    }

    /** Copied before they are expunged: the contents are never without a holder. */
    public Transferred move(Transfer transfer) throws MailboxException {
        return Work.transaction(sql, c -> {
            Both both = copied(c, transfer);
            Expunge.moved(c, source(transfer), set(transfer));
            return both.told();
        });
    }

    private Both copied(Connection c, Transfer transfer) throws SQLException, MailboxNotFoundException {
        long source = source(transfer);
        long target = MailboxNumber.of(transfer.to()).value();
        MailboxLocks.takeFor(c, target, List.of(source, target));
        List<MessageRow> were = MessageReads.rows(c, source, set(transfer));
        List<Copies.Original> originals = were.stream()
                .map(row -> Copies.Original.of(row, transfer.flags()))
                .toList();
        List<MessageRow> are =
                originals.isEmpty() ? List.of() : Copies.copyLocked(c, target, originals, clock.instant());
        if (were.size() != are.size()) {
            throw new IllegalStateException("a message had no content"); // rolled back
        }
        return new Both(were, are);
    }

    private static UidSet set(Transfer transfer) {
        return UidSet.ofRanges(transfer.set());
    }

    private static long source(Transfer transfer) {
        return MailboxNumber.of(transfer.from()).value();
    }

    private record Both(List<MessageRow> were, List<MessageRow> are) {
        Transferred told() {
            return new Transferred(
                    were.stream().map(MessageRow::metaData).toList(),
                    are.stream().map(MessageRow::metaData).toList());
        }
    }
}
