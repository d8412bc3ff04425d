package fr.sceau.store.message;

import fr.sceau.store.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.mail.Flags;

/** Puts messages into mailboxes. */
public final class MessageRows {
    private static final String LOCK = "SELECT id FROM mailbox WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE";

    private static final String ADD =
            "WITH new (content_id, thread_id, internal_date, save_date, mask, keywords, octets) AS"
                    + " (SELECT ?::uuid, ?::uuid, ?::timestamptz, ?::timestamptz, ?::int, ?::text[], ?::bigint),"
                    + " box AS (UPDATE mailbox b SET last_uid = b.last_uid + 1, highest_modseq = b.highest_modseq + 1,"
                    + " messages = b.messages + 1, octets = b.octets + new.octets,"
                    + " unseen = b.unseen + CASE WHEN new.mask & 32 = 0 THEN 1 ELSE 0 END, keywords = "
                    + KeywordSql.union("b.keywords", "new.keywords || " + KeywordSql.judged("new.content_id"))
                    + " FROM new WHERE b.id = ANY (?) RETURNING b.id, b.last_uid, b.highest_modseq),"
                    + " put AS (INSERT INTO message (mailbox_id, uid, modseq, content_id, thread_id, internal_date, save_date,"
                    + " answered, deleted, draft, flagged, recent, seen, keywords)"
                    + " SELECT box.id, box.last_uid, box.highest_modseq, new.content_id, new.thread_id, new.internal_date,"
                    + " new.save_date, " + KeywordSql.columns("new.mask") + ", new.keywords FROM box, new),"
                    + " trace AS (INSERT INTO change (mailbox_id, modseq, uid, kind)"
                    + " SELECT box.id, box.highest_modseq, box.last_uid, 'a' FROM box)"
                    + " SELECT box.id, box.last_uid, box.highest_modseq FROM box ORDER BY box.id";

    private MessageRows() {}

    /**
     * Adds one message row to each mailbox inside the caller's transaction: row lock, uid, modseq, counters, change row.
     * A mailbox that is gone is left out. The side record, if there is to be one, is written before.
     */
    public static List<Added> add(Connection c, List<Long> mailboxIds, NewMessage message) throws SQLException {
        if (mailboxIds.size() > 1) {
            Sql.query(c, LOCK, row -> row.getLong(1), Sql.numbers(mailboxIds));
        }
        FlagSet flags = FlagSet.of(message.flags());
        return Sql.query(
                c,
                ADD,
                row -> new Added(row.getLong(1), row.getLong(2), row.getLong(3)),
                message.content(),
                message.thread(),
                message.internalDate(),
                message.saveDate(),
                flags.mask(),
                Sql.texts(flags.keywords()),
                message.octets(),
                Sql.numbers(mailboxIds));
    }

    /** What a mailbox is to hold; {@code octets} is the size of the whole content. */
    public record NewMessage(
            UUID content, UUID thread, Instant internalDate, Instant saveDate, Flags flags, long octets) {
        public NewMessage {
            flags = new Flags(flags);
        }
    }

    /** Where a message went. */
    public record Added(long mailboxId, long uid, long modSeq) {}
}
