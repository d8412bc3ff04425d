package fr.sceau.store.queue;

import fr.sceau.store.content.Contents;
import fr.sceau.store.database.Sql;
import fr.sceau.store.mail.Envelope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The statements on {@code queue_mail}. Time is the database's: one clock for all who look at the rows. */
final class QueueRows {
    private static final String INSERT = "INSERT INTO queue_mail (queue, destination, priority, due, since,"
            + " name, sender, recipients, error, attempts, envelope, content_id) VALUES (?, ?, ?,"
            + " clock_timestamp() + make_interval(secs => ?), coalesce(?, clock_timestamp()), ?, ?, ?, ?, ?, ?::json, ?)";
    private static final String GIVE_BACK = "UPDATE queue_mail SET taken_by = NULL, returned = returned + 1,"
            + " due = clock_timestamp() + make_interval(secs => ?), enqueued = clock_timestamp()"
            + " WHERE id = ? AND taken_by = ?";
    private static final String TAKE_OVER = "UPDATE queue_mail SET taken_by = NULL, returned = returned + 1,"
            + " due = CASE WHEN returned < ? THEN due"
            + " ELSE clock_timestamp() + make_interval(secs => least(900, 2 ^ least(returned, 20))) END,"
            + " enqueued = clock_timestamp() WHERE taken_by IS NOT NULL";
    private static final String READY = "UPDATE queue_mail SET due = NULL WHERE due <= statement_timestamp()";
    // A mail cannot have been enqueued later than now: the clock has stepped back, and its delay starts again.
    private static final String AFTER_STEP_BACK =
            "UPDATE queue_mail SET due = statement_timestamp() + (due - enqueued),"
                    + " enqueued = statement_timestamp() WHERE due IS NOT NULL AND due > enqueued"
                    + " AND enqueued > statement_timestamp() + interval '2 seconds'";
    private static final String DELETE = "DELETE FROM queue_mail q WHERE ";

    private final Sql sql;

    QueueRows(DataSource database) {
        this.sql = new Sql(database);
    }

    Sql sql() {
        return sql;
    }

    /** Adds a row in the caller's transaction. */
    static void insert(Connection connection, NewRow row) throws SQLException {
        Envelope envelope = row.envelope();
        Sql.update(
                connection,
                INSERT,
                row.queue(),
                row.destination(),
                row.priority(),
                row.delay().map(QueueRows::seconds).orElse(null),
                row.since().orElse(null),
                envelope.name(),
                envelope.sender().orElse(null),
                Sql.texts(envelope.recipients()),
                envelope.error().orElse(null),
                envelope.attempts(),
                envelope.json(),
                row.content());
    }

    Optional<QueuedMail> take(String queue, List<String> served, List<String> closed, UUID run) {
        return TakeStatement.run(sql, queue, served, closed, run);
    }

    void done(long id) {
        Contents.releaseWithQueueRow(sql, id);
    }

    void giveBack(long id, UUID run, Optional<Duration> delay) {
        sql.update(GIVE_BACK, delay.map(QueueRows::seconds).orElse(null), id, run);
    }

    /** Mail that nobody works on any more; what was given back more often than {@code patience} has to wait. */
    int takeOver(int patience) {
        return sql.update(TAKE_OVER, patience);
    }

    /** Makes ready what is due; how many rows changed. */
    int tick() {
        return sql.update(AFTER_STEP_BACK) + sql.update(READY);
    }

    /** Queues that hold mail, with the number of their mails. */
    Map<String, Long> sizes() {
        return sql
                .query(
                        "SELECT queue, count(*) FROM queue_mail GROUP BY queue",
                        row -> Map.entry(row.getString(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    long size(String queue) {
        return sql.first("SELECT count(*) FROM queue_mail WHERE queue = ?", row -> row.getLong(1), queue)
                .orElse(0L);
    }

    int flush(String queue) {
        return sql.update("UPDATE queue_mail SET due = NULL WHERE queue = ? AND due IS NOT NULL", queue);
    }

    /** Deletes mail of the queue that nobody works on. */
    int remove(String queue, String condition, @Nullable Object... parameters) {
        return sql.<Integer, RuntimeException>transaction(connection -> {
            Object[] all = new Object[parameters.length + 1];
            all[0] = queue;
            System.arraycopy(parameters, 0, all, 1, parameters.length);
            return delete(connection, "queue = ? AND taken_by IS NULL AND " + condition, all);
        });
    }

    /** Mail of the queue that nobody works on, in the order of its taking, after the given place. */
    List<QueuedMail> page(String queue, int priority, long id, int rows) {
        return sql.query(
                "SELECT " + QueuedMail.COLUMNS + " FROM queue_mail q JOIN content c ON c.id = q.content_id"
                        + " WHERE q.queue = ? AND q.taken_by IS NULL AND (q.priority < ? OR q.priority = ? AND q.id > ?)"
                        + " ORDER BY q.priority DESC, q.id LIMIT ?",
                QueuedMail::read,
                queue,
                priority,
                priority,
                id,
                rows);
    }

    private static int delete(Connection connection, String condition, @Nullable Object... parameters)
            throws SQLException {
        List<UUID> contents = Sql.query(
                connection,
                DELETE + condition + " RETURNING q.content_id",
                row -> row.getObject(1, UUID.class),
                parameters);
        Contents.release(connection, contents);
        return contents.size();
    }

    private static double seconds(Duration delay) {
        return delay.toSeconds() + delay.toNanosPart() / 1e9;
    }

    /** A mail that enters a queue. */
    record NewRow(
            String queue,
            String destination,
            int priority,
            Optional<Duration> delay,
            Optional<Instant> since,
            Envelope envelope,
            UUID content) {}
}
