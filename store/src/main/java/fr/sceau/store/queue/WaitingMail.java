package fr.sceau.store.queue;

import fr.sceau.store.mail.Envelope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail that waits, as an operator sees it: never its content.
 *
 * @param place the queue, or the address of the repository
 * @param since when it first entered a queue
 * @param due when it is tried next; none: at once
 * @param inWork a server works on it now
 * @param octets of the message
 */
public record WaitingMail(
        long id,
        String place,
        boolean parked,
        Instant since,
        Optional<Instant> due,
        boolean inWork,
        Envelope envelope,
        UUID content,
        long octets) {
    static final String QUEUED = "SELECT q.id, q.queue AS place, false AS parked, q.since, q.due,"
            + " q.taken_by IS NOT NULL AS in_work, q.name, q.sender, q.recipients, q.error, q.attempts, q.envelope,"
            + " q.content_id, c.octets FROM queue_mail q JOIN content c ON c.id = q.content_id";
    static final String PARKED = "SELECT r.id, r.url AS place, true AS parked, r.since, NULL::timestamptz AS due,"
            + " false AS in_work, r.name, r.sender, r.recipients, r.error, r.attempts, r.envelope,"
            + " r.content_id, c.octets FROM repository_mail r JOIN content c ON c.id = r.content_id";

    static WaitingMail read(ResultSet row) throws SQLException {
        return new WaitingMail(
                row.getLong("id"),
                row.getString("place"),
                row.getBoolean("parked"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("due", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.getBoolean("in_work"),
                Envelope.read(row),
                row.getObject("content_id", UUID.class),
                row.getLong("octets"));
    }
}
