package fr.sceau.store.message;

import fr.sceau.store.content.ContentId;
import fr.sceau.store.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;

/** Puts further holders of contents into a mailbox: one statement for any number, uids in the order given. */
final class Copies {
    private static final String COPY = "WITH wanted AS (SELECT w.* FROM unnest(?::uuid[], ?::uuid[], ?::timestamptz[],"
            + " ?::int[], ?::text[]) WITH ORDINALITY AS w (content_id, thread_id, internal_date, mask, keywords, place)),"
            // RFC 9051 6.4.7: what is gone meanwhile is not copied; what is there cannot go before the end of this
            + " held AS MATERIALIZED (SELECT c.id, c.octets, octet_length(c.header) AS header FROM content c"
            + " WHERE c.id IN (SELECT content_id FROM wanted) ORDER BY c.id FOR KEY SHARE),"
            + " new AS (SELECT w.*, h.octets, h.header, row_number() OVER (ORDER BY w.place) AS n,"
            + " string_to_array(w.keywords, ' ') AS list, " + KeywordSql.judged("w.content_id") + " AS judged"
            + " FROM wanted w JOIN held h ON h.id = w.content_id),"
            + " tally AS (SELECT count(*) AS n, count(*) FILTER (WHERE mask & 32 = 0) AS unseen,"
            + " coalesce(sum(octets), 0) AS octets FROM new),"
            + " words AS (SELECT coalesce(array_agg(DISTINCT k), '{}') AS list"
            + " FROM new, unnest(new.list || new.judged) k),"
            + " box AS (UPDATE mailbox b SET last_uid = b.last_uid + tally.n, highest_modseq = b.highest_modseq + 1,"
            + " messages = b.messages + tally.n, unseen = b.unseen + tally.unseen, octets = b.octets + tally.octets,"
            + " keywords = " + KeywordSql.union("b.keywords", "words.list")
            + " FROM tally, words WHERE b.id = ? AND tally.n > 0"
            + " RETURNING b.id, b.last_uid - tally.n AS base, b.highest_modseq),"
            + " put AS (INSERT INTO message AS m (mailbox_id, uid, modseq, content_id, thread_id, internal_date,"
            + " save_date, answered, deleted, draft, flagged, recent, seen, keywords)"
            + " SELECT box.id, box.base + new.n, box.highest_modseq, new.content_id, new.thread_id,"
            + " new.internal_date, ?, " + KeywordSql.columns("new.mask") + ", new.list FROM new, box RETURNING m.*),"
            + " trace AS (INSERT INTO change (mailbox_id, modseq, uid, kind)"
            + " SELECT put.mailbox_id, put.modseq, put.uid, 'a' FROM put)"
            + " SELECT m.mailbox_id, m.uid, m.modseq, m.content_id, m.thread_id, m.internal_date, m.save_date, "
            + FlagSet.MASK + ", m.keywords, cardinality(new.judged) > 0, new.octets, new.header"
            + " FROM put m, box, new WHERE m.uid = box.base + new.n ORDER BY m.uid";

    private Copies() {}

    /** The new rows. The mailbox is locked first, so that two copies cannot wait for one another's contents. */
    static List<MessageRow> copy(Connection c, long mailbox, List<Original> originals, Instant now)
            throws SQLException, MailboxNotFoundException {
        MailboxLocks.takeFor(c, mailbox, List.of(mailbox));
        return copyLocked(c, mailbox, originals, now);
    }

    static List<MessageRow> copyLocked(Connection c, long mailbox, List<Original> originals, Instant now)
            throws SQLException {
        List<Object> dates = new ArrayList<>();
        List<Object> masks = new ArrayList<>();
        for (Original each : originals) {
            dates.add(each.internalDate().toInstant().toString());
            masks.add(each.flags().mask() | FlagSet.RECENT);
        }
        return Sql.query(
                c,
                COPY,
                MessageRow::read,
                Sql.ids(originals.stream().map(Original::content).toList()),
                Sql.ids(originals.stream().map(Original::thread).toList()),
                new Sql.Values("text", dates.toArray()),
                new Sql.Values("int", masks.toArray()),
                Sql.texts(originals.stream()
                        .map(each -> String.join(" ", each.flags().keywords()))
                        .toList()),
                mailbox,
                now);
    }

    /** What is to be copied; a keyword is an atom and has no space (RFC 9051 9). */
    record Original(UUID content, UUID thread, Date internalDate, FlagSet flags) {
        static Original of(MailboxMessage message) {
            return new Original(
                    ContentId.of(message.getMessageId()).value(),
                    ContentId.of(message.getThreadId().getBaseMessageId()).value(),
                    message.getInternalDate(),
                    FlagSet.of(message.createFlags()));
        }

        static Original of(MessageRow row, PermittedFlags permitted) {
            return new Original(row.content(), row.thread(), row.internalDate(), permitted.among(row.flags()));
        }
    }
}
