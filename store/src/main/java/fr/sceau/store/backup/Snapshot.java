package fr.sceau.store.backup;

import fr.sceau.store.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * The database at one instant, while others go on writing: one repeatable-read transaction. As long as it is open, PostgreSQL
 * keeps old row versions, and the schema cannot be changed.
 */
public final class Snapshot implements AutoCloseable {
    private final Connection connection;
    private final Catalogue catalogue;
    private final List<TableShape> tables;

    private Snapshot(Connection connection) throws SQLException {
        this.connection = connection;
        this.catalogue = new Catalogue(connection);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            statement.execute("SET LOCAL enable_sort = off"); // along the key's index rather than by a sort on disk
            tables = catalogue.tables();
            for (TableShape table : tables) { // what is truncated or altered later would not be of this instant
                statement.execute("LOCK TABLE " + TableShape.quoted(table.name()) + " IN ACCESS SHARE MODE");
            }
        }
    }

    public static Snapshot open(DataSource database) {
        try {
            Connection connection = database.getConnection();
            try {
                return new Snapshot(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    public List<TableShape> tables() {
        return tables;
    }

    /** Octets of the tables on disk. */
    public long size() {
        return ask(catalogue::size);
    }

    public List<Migration> migrations() {
        return ask(catalogue::migrations);
    }

    /** Sequences stand outside of transactions: never behind the snapshot, perhaps ahead of it. */
    public Map<String, SequenceState> sequences() {
        return ask(catalogue::sequences);
    }

    /** Writes a table's rows to {@code out}, which stays open. Equal tables give equal octets. */
    public TableCopy copy(TableShape table, OutputStream out) throws IOException {
        DigestingOutput digesting = new DigestingOutput(out);
        long rows = ask(() -> connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(), digesting));
        return new TableCopy(table.name(), rows, digesting.count(), digesting.sha256());
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    private interface Question<T, X extends Exception> {
        T answer() throws SQLException, X;
    }

    private static <T, X extends Exception> T ask(Question<T, X> question) throws X {
        try {
            return question.answer();
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }
}
