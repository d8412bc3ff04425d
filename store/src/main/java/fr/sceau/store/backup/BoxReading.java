package fr.sceau.store.backup;

import fr.sceau.store.StoreException;
import fr.sceau.store.database.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** All mail of one address at one instant, a message at a time. */
public final class BoxReading implements AutoCloseable {
    private static final int ROWS_A_TRIP = 200;
    private static final List<String> FLAGS =
            List.of("\\Answered", "\\Deleted", "\\Draft", "\\Flagged", "\\Seen"); // RFC 9051 2.3.2

    private static final String FOLDERS =
            "SELECT id, name, uid_validity FROM mailbox" + " WHERE owner = ? AND namespace = '#private' ORDER BY name";
    private static final String MESSAGES = """
            SELECT m.uid, m.content_id, c.octets, m.internal_date, ARRAY[answered, deleted, draft, flagged, seen], m.keywords,
                   (SELECT (to_jsonb(s) - 'content_id')::text FROM side_record s WHERE s.content_id = m.content_id)
            FROM message m JOIN content c ON c.id = m.content_id WHERE m.mailbox_id = ? ORDER BY m.uid
            """;

    private final Connection connection;

    private BoxReading(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        }
    }

    public static BoxReading open(DataSource database) {
        try {
            Connection connection = database.getConnection();
            try {
                return new BoxReading(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /** Takes each message in the order of its number. */
    public interface Taker {
        void take(BoxMessage message) throws IOException;
    }

    public List<BoxFolder> folders(String address) {
        return ask(() -> Sql.query(
                connection, FOLDERS, row -> new BoxFolder(row.getLong(1), row.getString(2), row.getLong(3)), address));
    }

    /** Octets of all messages, copies counted each. */
    public long octets(String address) {
        return ask(() -> Sql.query(
                        connection,
                        "SELECT coalesce(sum(octets), 0)::bigint FROM mailbox WHERE owner = ? AND namespace = '#private'",
                        row -> row.getLong(1),
                        address)
                .get(0));
    }

    public void messages(BoxFolder folder, Taker taker) throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(MESSAGES)) {
            statement.setFetchSize(ROWS_A_TRIP);
            statement.setLong(1, folder.id());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    taker.take(message(row));
                }
            }
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /** Writes the whole message, as it was received. */
    public void copy(BoxMessage message, OutputStream out) throws IOException {
        try {
            write("SELECT header FROM content WHERE id = ?", message.content(), 1, out);
            write("SELECT octets FROM content_chunk WHERE content_id = ? ORDER BY number", message.content(), 4, out);
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    private void write(String query, UUID content, int rowsATrip, OutputStream out) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setFetchSize(rowsATrip);
            statement.setObject(1, content);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    out.write(row.getBytes(1));
                }
            }
        }
    }

    private static BoxMessage message(ResultSet row) throws SQLException {
        Boolean[] set = (Boolean[]) row.getArray(5).getArray();
        List<String> flags = new ArrayList<>();
        for (int i = 0; i < set.length; i++) {
            if (set[i]) {
                flags.add(FLAGS.get(i));
            }
        }
        return new BoxMessage(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getLong(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                flags,
                List.of((String[]) row.getArray(6).getArray()),
                Optional.ofNullable(row.getString(7)));
    }

    private interface Question<T> {
        T answer() throws SQLException;
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.answer();
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }
}
