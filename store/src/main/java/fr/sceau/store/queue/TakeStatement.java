package fr.sceau.store.queue;

import fr.sceau.store.database.Sql;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes the next mail of a queue: of the destinations that have mail ready and are not closed, the one whose first mail has
 * the highest priority, then the one that was served the longest time ago. One look into the index for each destination, however many
 * mails it has.
 */
final class TakeStatement {
    private static final String READY = " FROM queue_mail q WHERE q.queue = ? AND q.taken_by IS NULL AND q.due IS NULL";

    // A crash that forgets the taking only makes the mail free again: nobody has to wait for the disk.
    private static final String TEXT = """
            WITH RECURSIVE relaxed AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true) AS setting),
            target (name) AS (
                (SELECT q.destination %1$s ORDER BY q.destination LIMIT 1)
                UNION ALL
                SELECT (SELECT q.destination %1$s AND q.destination > t.name ORDER BY q.destination LIMIT 1)
                FROM target t WHERE t.name IS NOT NULL),
            head AS (
                SELECT first.id FROM target t CROSS JOIN LATERAL (
                    SELECT q.id, q.priority %1$s AND q.destination = t.name ORDER BY q.priority DESC, q.id LIMIT 1) first
                LEFT JOIN unnest(?::text[]) WITH ORDINALITY served (name, turn) ON served.name = t.name
                WHERE t.name <> ALL (?) ORDER BY first.priority DESC, served.turn NULLS FIRST, first.id LIMIT 1),
            locked AS MATERIALIZED (
                SELECT q.id FROM queue_mail q WHERE q.id = (SELECT id FROM head) AND q.taken_by IS NULL AND q.due IS NULL
                FOR UPDATE SKIP LOCKED)
            UPDATE queue_mail q SET taken_by = ? FROM locked, relaxed, content c
            WHERE q.id = locked.id AND c.id = q.content_id AND relaxed.setting = 'off' RETURNING %2$s
            """.formatted(READY, QueuedMail.COLUMNS);

    private TakeStatement() {}

    static Optional<QueuedMail> run(Sql sql, String queue, List<String> served, List<String> closed, UUID run) {
        return sql.first(TEXT, QueuedMail::read, queue, queue, queue, Sql.texts(served), Sql.texts(closed), run);
    }
}
