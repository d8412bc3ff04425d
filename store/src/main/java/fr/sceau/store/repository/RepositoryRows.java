package fr.sceau.store.repository;

import fr.sceau.store.content.Contents;
import fr.sceau.store.database.Sql;
import fr.sceau.store.mail.Envelope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements on {@code repository_mail} for one repository, inside the caller's transaction. */
final class RepositoryRows {
    private static final String PUT = "INSERT INTO repository_mail"
            + " (url, key, since, name, sender, recipients, error, attempts, envelope, content_id)"
            + " VALUES (?, ?, coalesce(?, clock_timestamp()), ?, ?, ?, ?, ?, ?::json, ?) ON CONFLICT (url, key) DO UPDATE SET"
            + " stored = clock_timestamp(), sender = excluded.sender, recipients = excluded.recipients,"
            + " error = excluded.error, attempts = excluded.attempts, envelope = excluded.envelope,"
            + " content_id = excluded.content_id";
    private static final String FIND = "SELECT " + Envelope.COLUMNS + ", content_id, octets"
            + " FROM repository_mail JOIN content ON content.id = content_id WHERE url = ? AND key = ?";

    private final String url;

    RepositoryRows(String url) {
        this.url = url;
    }

    /** A mail of the same name is replaced. */
    void put(Connection connection, Envelope envelope, Optional<Instant> since, UUID content) throws SQLException {
        List<UUID> former = Sql.query(
                connection,
                "SELECT content_id FROM repository_mail WHERE url = ? AND key = ? FOR UPDATE",
                row -> row.getObject(1, UUID.class),
                url,
                envelope.name());
        Sql.update(
                connection,
                PUT,
                url,
                envelope.name(),
                since.orElse(null),
                envelope.name(),
                envelope.sender().orElse(null),
                Sql.texts(envelope.recipients()),
                envelope.error().orElse(null),
                envelope.attempts(),
                envelope.json(),
                content);
        Contents.release(connection, former);
    }

    <T> Optional<T> find(Connection connection, String key, Sql.Row<T> row) throws SQLException {
        return Sql.first(connection, FIND, row, url, key);
    }

    long size(Connection connection) throws SQLException {
        return Sql.first(connection, "SELECT count(*) FROM repository_mail WHERE url = ?", row -> row.getLong(1), url)
                .orElse(0L);
    }

    List<String> keys(Connection connection) throws SQLException {
        return Sql.query(
                connection, "SELECT key FROM repository_mail WHERE url = ? ORDER BY id", row -> row.getString(1), url);
    }

    int remove(Connection connection, List<String> keys) throws SQLException {
        return delete(connection, "url = ? AND key = ANY (?)", url, Sql.texts(keys));
    }

    int removeAll(Connection connection) throws SQLException {
        return delete(connection, "url = ?", url);
    }

    private static int delete(Connection connection, String condition, @Nullable Object... parameters)
            throws SQLException {
        List<UUID> contents = Sql.query(
                connection,
                "DELETE FROM repository_mail WHERE " + condition + " RETURNING content_id",
                row -> row.getObject(1, UUID.class),
                parameters);
        Contents.release(connection, contents);
        return contents.size();
    }
}
