package fr.sceau.store.message;

import fr.sceau.store.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Makes a change of a side record known where its messages are: each gets the next modseq of its mailbox and a change row, as
 * if somebody had set the keyword, so that whoever follows the mailbox reads it. RFC 7162 3.1
 */
public final class LaterNews {
    private static final String MAILBOXES = "SELECT DISTINCT mailbox_id FROM message WHERE content_id = ?";
    private static final String TELL =
            "WITH box AS (UPDATE mailbox b SET highest_modseq = b.highest_modseq + 1, keywords = "
                    + KeywordSql.union("b.keywords", KeywordSql.judged("?"))
                    + " WHERE b.id = ANY (?) RETURNING b.id, b.highest_modseq),"
                    + " told AS (UPDATE message m SET modseq = box.highest_modseq FROM box"
                    + " WHERE m.mailbox_id = box.id AND m.content_id = ? RETURNING m.mailbox_id, m.modseq, m.uid)"
                    + " INSERT INTO change (mailbox_id, modseq, uid, kind)"
                    + " SELECT mailbox_id, modseq, uid, 'f' FROM told";

    private final UUID content;
    private final List<Long> mailboxes;

    private LaterNews(UUID content, List<Long> mailboxes) {
        this.content = content;
        this.mailboxes = mailboxes;
    }

    /** Locks the mailboxes that have the message: to be called before the record is changed, in the same transaction. */
    public static LaterNews about(Connection c, UUID content) throws SQLException {
        List<Long> mailboxes = Sql.query(c, MAILBOXES, row -> row.getLong(1), content);
        MailboxLocks.take(c, mailboxes);
        return new LaterNews(content, mailboxes);
    }

    /** To be called after the change. */
    public void tell(Connection c) throws SQLException {
        Sql.update(c, TELL, content, Sql.numbers(mailboxes), content);
    }
}
