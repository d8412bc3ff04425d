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
 * What became of verdicts that had to wait for revocation data. The first verdict and what it rested on stay as they were: the
 * later ones stand beside them in the record, once.
 */
public final class LaterVerdicts {
    private static final String WAITING = "SELECT content_id, evidence::text, recorded FROM side_record"
            + " WHERE verdict = 'pending' AND later_verdict IS NULL AND (recorded, content_id) > (?, ?)"
            + " ORDER BY recorded, content_id LIMIT ?";
    private static final String SETTLE = "UPDATE side_record SET later_verdict = ?, later_evidence = ?::jsonb,"
            + " later_at = now() WHERE content_id = ? AND verdict = 'pending' AND later_verdict IS NULL";

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

    /** The next ones after that one, in the order of their delivery. */
    public List<Waiting> after(Waiting last, int most) {
        return sql.query(WAITING, LaterVerdicts::read, last.recorded(), last.content(), most);
    }

    /**
     * Settles a verdict that waits, and lets every mailbox that has the message know.
     *
     * @return false if it waits no more, or the message is gone
     */
    public boolean settle(UUID content, String verdict, String evidence) {
        return sql.<Boolean, RuntimeException>transaction(c -> settle(c, content, verdict, evidence));
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
