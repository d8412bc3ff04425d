package fr.sceau.store.message;

import fr.sceau.store.content.ContentId;
import fr.sceau.store.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Date;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;

/** Puts a content into a mailbox under a uid and a modseq that were drawn before; the lock of the mailbox is held. */
final class Placements {
    private static final String PUT =
            "WITH put AS (INSERT INTO message AS m (mailbox_id, uid, modseq, content_id, thread_id,"
                    + " internal_date, save_date, answered, deleted, draft, flagged, recent, seen, keywords)"
                    + " SELECT ?, ?, ?, w.content_id, ?, ?, ?, " + KeywordSql.columns("w.mask") + ", w.keywords"
                    + " FROM (SELECT ?::uuid AS content_id, ?::int AS mask, ?::text[] AS keywords) w"
                    + " ON CONFLICT (mailbox_id, uid) DO NOTHING RETURNING m.*),"
                    + " box AS (UPDATE mailbox b SET last_uid = greatest(b.last_uid, m.uid),"
                    + " highest_modseq = greatest(b.highest_modseq, m.modseq), messages = b.messages + 1,"
                    + " unseen = b.unseen + CASE WHEN m.seen THEN 0 ELSE 1 END, octets = b.octets + c.octets, keywords = "
                    + KeywordSql.union("b.keywords", "m.keywords || " + KeywordSql.judged("m.content_id"))
                    + " FROM put m, content c WHERE b.id = m.mailbox_id AND c.id = m.content_id)"
                    + " INSERT INTO change (mailbox_id, modseq, uid, kind) SELECT m.mailbox_id, m.modseq, m.uid, 'a' FROM put m";

    private Placements() {}

    /** 1, or 0 when the uid is taken. */
    static int put(Connection c, long mailbox, MailboxMessage message, Date saved) throws SQLException {
        FlagSet flags = FlagSet.of(message.createFlags());
        return Sql.update(
                c,
                PUT,
                mailbox,
                message.getUid().asLong(),
                message.getModSeq().asLong(),
                ContentId.of(message.getThreadId().getBaseMessageId()).value(),
                message.getInternalDate(),
                saved,
                ContentId.of(message.getMessageId()).value(),
                flags.mask(),
                Sql.texts(flags.keywords()));
    }
}
