package fr.sceau.store.mailbox;

import fr.sceau.store.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;

/**
 * What IMAP says of a mailbox when it is selected or asked for its status. All is read at one moment: counts of one moment
 * beside a modseq of another make a client that resynchronises (RFC 7162) miss a change.
 */
public record MailboxState(
        MessageUid nextUid, ModSeq highestModSeq, long messages, long unseen, Optional<MessageUid> firstUnseen) {
    /** What {@link #of} reads, of a row of mailbox called m. */
    public static final String COLUMNS = "m.last_uid, m.highest_modseq, m.messages, m.unseen,"
            + " (SELECT min(uid) FROM message WHERE mailbox_id = m.id AND NOT seen)";

    public static final int WIDTH = 5;

    private static final String READ = "SELECT " + COLUMNS + " FROM mailbox m WHERE m.id = ?";

    /** Empty when there is no such mailbox any more. */
    public static Optional<MailboxState> read(DataSource database, MailboxNumber number) {
        return new Sql(database).first(READ, MailboxState::of, number.value());
    }

    /** From the first {@link #WIDTH} columns. */
    public static MailboxState of(ResultSet row) throws SQLException {
        return new MailboxState(
                MessageUid.of(row.getLong(1) + 1),
                ModSeq.of(row.getLong(2)),
                row.getLong(3),
                row.getLong(4),
                Optional.ofNullable(row.getObject(5, Long.class)).map(MessageUid::of));
    }
}
