package fr.sceau.store.message;

import fr.sceau.store.content.Contents;
import fr.sceau.store.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes messages out of one mailbox, and with them the contents that nobody holds any more. */
final class Expunge {
    private static final String GONE = "WITH gone AS (DELETE FROM message m WHERE m.mailbox_id = ? AND ";
    private static final String REST = " RETURNING m.*),"
            + " tally AS (SELECT count(*) AS n, count(*) FILTER (WHERE NOT g.seen) AS unseen,"
            + " coalesce(sum(c.octets), 0) AS octets FROM gone g JOIN content c ON c.id = g.content_id),"
            + " box AS (UPDATE mailbox b SET highest_modseq = b.highest_modseq + 1, messages = b.messages - tally.n,"
            + " unseen = b.unseen - tally.unseen, octets = b.octets - tally.octets FROM tally"
            + " WHERE b.id = ? AND tally.n > 0 RETURNING b.highest_modseq),"
            + " trace AS (INSERT INTO change (mailbox_id, modseq, uid, kind)"
            + " SELECT m.mailbox_id, box.highest_modseq, m.uid, 'x' FROM gone m, box)"
            + " SELECT " + MessageRow.COLUMNS + " FROM gone m JOIN content c ON c.id = m.content_id"
            + " LEFT JOIN side_record s ON s.content_id = m.content_id ORDER BY m.uid";
    private static final String BY_UID = GONE + "m.uid = ANY (?)" + REST;
    private static final String BY_CONTENT = GONE + "m.content_id = ANY (?)" + REST;

    private Expunge() {}

    /** What was there and is gone, in the order of the uids. */
    static List<MessageRow> uids(Connection c, long mailbox, Collection<Long> uids) throws SQLException {
        return expunge(c, BY_UID, mailbox, Sql.numbers(uids));
    }

    /**
     * The same for messages whose contents have another holder since: releasing them would turn a shared lock into an
     * exclusive one, on which two such transactions would wait for one another.
     */
    static void moved(Connection c, long mailbox, Collection<Long> uids) throws SQLException {
        Sql.query(c, BY_UID, MessageRow::read, mailbox, Sql.numbers(uids), mailbox);
    }

    static List<MessageRow> contents(Connection c, long mailbox, Sql.Values contents) throws SQLException {
        return expunge(c, BY_CONTENT, mailbox, contents);
    }

    private static List<MessageRow> expunge(Connection c, String statement, long mailbox, @Nullable Object which)
            throws SQLException {
        MailboxLocks.take(c, List.of(mailbox));
        List<MessageRow> gone = Sql.query(c, statement, MessageRow::read, mailbox, which, mailbox);
        Contents.release(c, gone.stream().map(MessageRow::content).distinct().toList());
        return gone;
    }
}
