package fr.sceau.store.queue;

import fr.sceau.store.mail.Envelope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of the queue.
 *
 * @param due when it is to be tried; none: now
 * @param since when the mail first entered a queue
 * @param returned how often it was taken and given back
 * @param octets of the message
 */
record QueuedMail(
        long id,
        int priority,
        String destination,
        Optional<Instant> due,
        Instant since,
        int returned,
        Envelope envelope,
        UUID content,
        long octets) {
    /** Of {@code queue_mail q} and {@code content c}. */
    static final String COLUMNS =
            "q.id, q.priority, q.destination, q.due, q.since, q.returned, q.content_id, c.octets, "
                    + "q.name, q.sender, q.recipients, q.error, q.attempts, q.envelope";

    static QueuedMail read(ResultSet row) throws SQLException {
        return new QueuedMail(
                row.getLong("id"),
                row.getInt("priority"),
                row.getString("destination"),
                Optional.ofNullable(row.getObject("due", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getInt("returned"),
                Envelope.read(row),
                row.getObject("content_id", UUID.class),
                row.getLong("octets"));
    }
}
