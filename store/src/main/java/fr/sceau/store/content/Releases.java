package fr.sceau.store.content;

import fr.sceau.store.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who holds a content, and what happens when nobody does. */
final class Releases {
    /** Tables with a column {@code content_id} that keeps a content alive. */
    private static final List<String> HOLDERS = List.of("message", "queue_mail", "repository_mail");

    private static final String UNHELD = HOLDERS.stream()
            .map(table -> " AND NOT EXISTS (SELECT 1 FROM " + table + " h WHERE h.content_id = c.id)")
            .collect(Collectors.joining());

    static final String ORPHANS = "SELECT c.id FROM content c WHERE c.created < ?" + UNHELD + " LIMIT ?";
    static final String LONE_ATTACHMENTS = "DELETE FROM attachment a WHERE a.id < ?"
            + " AND NOT EXISTS (SELECT 1 FROM content c WHERE c.id = a.content_id)";

    // Two statements: the second sees what whoever held the lock has committed.
    private static final String LOCK = "SELECT id FROM content WHERE id = ANY (?) ORDER BY id FOR UPDATE";
    private static final String DELETE = "WITH gone AS (DELETE FROM content c WHERE c.id = ANY (?)" + UNHELD
            + " RETURNING c.id), lone AS (DELETE FROM attachment a USING gone WHERE a.content_id = gone.id)"
            + " SELECT id FROM gone";

    private Releases() {}

    /** How many were deleted. */
    static int release(Connection c, Collection<UUID> ids) throws SQLException {
        if (ids.isEmpty()) {
            return 0;
        }
        Sql.query(c, LOCK, row -> row.getObject(1, UUID.class), Sql.ids(ids));
        return Sql.query(c, DELETE, row -> row.getObject(1, UUID.class), Sql.ids(ids))
                .size();
    }
}
