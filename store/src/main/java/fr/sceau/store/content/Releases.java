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

    private static final String UNHELD = unheld("");

    /** Of the next contents by id: the last one looked at, and those that nothing holds. */
    static final String ORPHANS = "WITH page AS MATERIALIZED (SELECT id FROM content WHERE id > ? AND created < ?"
            + " ORDER BY id LIMIT ?) SELECT p.id, ARRAY(SELECT c.id FROM page c WHERE true" + UNHELD + ")"
            + " FROM page p ORDER BY p.id DESC LIMIT 1";

    static final String LONE_ATTACHMENTS = "DELETE FROM attachment a WHERE a.id < ?"
            + " AND NOT EXISTS (SELECT 1 FROM content c WHERE c.id = a.content_id)";

    // Two statements: the second sees what whoever held the lock has committed.
    private static final String LOCK = "SELECT id FROM content WHERE id = ANY (?) ORDER BY id FOR UPDATE";
    private static final String LONE = " lone AS (DELETE FROM attachment a USING gone WHERE a.content_id = gone.id)";
    private static final String DELETE = "WITH gone AS (DELETE FROM content c WHERE c.id = ANY (?)" + UNHELD
            + " RETURNING c.id)," + LONE + " SELECT id FROM gone";

    private Releases() {}

    /**
     * Deletes the row of a mail that waits, and with it the content that no other row held when the statement began;
     * answers with the content that another one held. Whoever gives the content a new holder meanwhile makes the statement
     * fail by the reference of that row, and nothing is deleted.
     */
    static String withRow(String holder) {
        return "WITH ended AS (DELETE FROM " + holder + " WHERE id = ? RETURNING id, content_id),"
                + " gone AS (DELETE FROM content c USING ended WHERE c.id = ended.content_id"
                + unheld(holder) + " RETURNING c.id)," + LONE
                + " SELECT content_id FROM ended WHERE NOT EXISTS (SELECT 1 FROM gone)";
    }

    /** @param ending a table of which the row {@code ended} does not count: this statement still sees it */
    private static String unheld(String ending) {
        return HOLDERS.stream()
                .map(table -> " AND NOT EXISTS (SELECT 1 FROM " + table + " h WHERE h.content_id = c.id"
                        + (table.equals(ending) ? " AND h.id <> ended.id)" : ")"))
                .collect(Collectors.joining());
    }

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
