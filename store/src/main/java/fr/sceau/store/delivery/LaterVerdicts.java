package fr.sceau.store.delivery;

import fr.sceau.store.database.Sql;
import fr.sceau.store.message.LaterNews;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.inject.Inject;
import javax.sql.DataSource;

/**
 * What became of verdicts that had to wait for revocation data, or for the certificate of an authority. The first verdict and what it rested on stay as they were: the
 * later ones stand beside them in the record, once.
 */
public final class LaterVerdicts {
    /** As in the index. */
    private static final String WAITS = "verdict IN ('pending', 'untrusted.issuer-awaited') AND later_verdict IS NULL";

    private static final String WAITING = "SELECT content_id, evidence::text, recorded FROM side_record WHERE " + WAITS
            + " AND (recorded, content_id) > (?, ?) AND (verdict = 'pending' OR recorded > ?)"
            + " ORDER BY recorded, content_id LIMIT ?";
    private static final String SETTLE = "UPDATE side_record SET later_verdict = ?, later_evidence = ?::jsonb,"
            + " later_at = now() WHERE content_id = ? AND " + WAITS;

    private static final String PLACES = "SELECT b.owner, b.id, m.uid FROM message m"
            + " JOIN mailbox b ON b.id = m.mailbox_id WHERE m.content_id = ? ORDER BY b.owner, b.id, m.uid";

    private final Sql sql;

    @Inject
    public LaterVerdicts(DataSource database) {
        this.sql = new Sql(database);
    }

    /**
     * A verdict that waits.
     *
     * @param evidence what it rests on so far, as the mail flow wrote it
     * @param recorded when the message was delivered
     */
    public record Waiting(UUID content, String evidence, Instant recorded) {
        /** Where a walk through those that were recorded since then begins. */
        public static Waiting since(Instant instant) {
            return new Waiting(new UUID(0, 0), "", instant);
        }

        /** Names the message only. */
        @Override
        public String toString() {
            return "Waiting[" + content + "]";
        }
    }

    /**
     * The next ones after that one, in the order of their delivery.
     *
     * @param awaited since when those that lack an authority are worth looking at
     */
    public List<Waiting> after(Waiting last, Instant awaited, int most) {
        return sql.query(WAITING, LaterVerdicts::read, last.recorded(), last.content(), awaited, most);
    }

    /**
     * Settles a verdict that waits, and lets every mailbox that has the message know.
     *
     * @return false if it waits no more, or the message is gone
     */
    public boolean settle(UUID content, String verdict, String evidence) {
        return sql.<Boolean, RuntimeException>transaction(c -> settle(c, content, verdict, evidence));
    }

    /** Where a message is. */
    public record Place(String owner, long folder, long uid) {}

    /** Everywhere that message is at this moment. */
    public List<Place> places(UUID content) {
        return sql.query(PLACES, row -> new Place(row.getString(1), row.getLong(2), row.getLong(3)), content);
    }

    private static boolean settle(Connection c, UUID content, String verdict, String evidence) throws SQLException {
        LaterNews news = LaterNews.about(c, content); // locks mailboxes before the record, as EXPUNGE does
        if (Sql.update(c, SETTLE, verdict, evidence, content) == 0) {
            return false;
        }
        news.tell(c);
        return true;
    }

    private static Waiting read(ResultSet row) throws SQLException {
        return new Waiting(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant());
    }
}
