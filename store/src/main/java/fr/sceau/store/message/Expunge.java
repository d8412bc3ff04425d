package fr.sceau.store.message;

import fr.sceau.store.content.Contents;
import fr.sceau.store.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes messages out of one mailbox, and with them the contents that nobody holds any more. */
final class Expunge {
    private static final String REST = " RETURNING m.*),"
            + " tally AS (SELECT count(*) AS n, count(*) FILTER (WHERE NOT g.seen) AS unseen,"
            + " coalesce(sum(c.octets), 0) AS octets FROM gone g JOIN content c ON c.id = g.content_id),"
            + " box AS (UPDATE mailbox b SET highest_modseq = b.highest_modseq + 1, messages = b.messages - tally.n,"
            + " unseen = b.unseen - tally.unseen, octets = b.octets - tally.octets FROM tally"
            + " WHERE b.id = ? AND tally.n > 0 RETURNING b.highest_modseq),"
            + " trace AS (INSERT INTO change (mailbox_id, modseq, uid, kind)"
            + " SELECT m.mailbox_id, box.highest_modseq, m.uid, 'x' FROM gone m, box)"
            + " SELECT " + MessageRow.COLUMNS + " FROM gone m" + MessageRow.OCTETS_AND_RECORD + " ORDER BY m.uid";
    private static final String OF_SET = "WITH gone AS (DELETE FROM message m WHERE m.ctid = ANY (ARRAY(SELECT m.place"
            + UidSet.MESSAGES + "))" + REST;
    private static final String OF_CONTENT =
            "WITH gone AS (DELETE FROM message m WHERE m.content_id = ? AND m.mailbox_id = ?" + REST;

    private Expunge() {}

    /** What was there and is gone, in the order of the uids. */
    static List<MessageRow> uids(Connection c, long mailbox, UidSet uids) throws SQLException {
        MailboxLocks.take(c, List.of(mailbox));
        return released(c, expunge(c, mailbox, uids));
    }

    /**
     * The same for messages whose contents have another holder since: releasing them would turn a shared lock into an
     * exclusive one, on which two such transactions would wait for one another.
     */
    static void moved(Connection c, long mailbox, UidSet uids) throws SQLException {
        expunge(c, mailbox, uids);
    }

    static List<MessageRow> content(Connection c, long mailbox, UUID content) throws SQLException {
        MailboxLocks.take(c, List.of(mailbox));
        return released(c, Sql.query(c, OF_CONTENT, MessageRow::read, content, mailbox, mailbox));
    }

    private static List<MessageRow> expunge(Connection c, long mailbox, UidSet uids) throws SQLException {
        List<Object> parameters = new ArrayList<>(uids.in(mailbox));
        parameters.add(mailbox);
        return Sql.query(c, OF_SET, MessageRow::read, parameters.toArray());
    }

    private static List<MessageRow> released(Connection c, List<MessageRow> gone) throws SQLException {
        Contents.release(c, gone.stream().map(MessageRow::content).distinct().toList());
        return gone;
    }
}
