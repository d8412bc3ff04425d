package fr.sceau.store.backup;

import fr.sceau.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Fills a freshly migrated database from copies, in one transaction: before {@link #commit} nothing is there. Foreign keys are
 * taken off, so that the order of the tables is free, and are checked when they come back.
 */
public final class DatabaseLoad implements AutoCloseable {
    private final Connection connection;
    private final List<TableShape> tables;
    private final List<Catalogue.ForeignKey> foreignKeys;

    private DatabaseLoad(Connection connection) throws SQLException {
        this.connection = connection;
        Catalogue catalogue = new Catalogue(connection);
        connection.setAutoCommit(false);
        tables = catalogue.tables();
        foreignKeys = catalogue.foreignKeys();
        for (Catalogue.ForeignKey key : foreignKeys) {
            alter(key.table(), "DROP CONSTRAINT " + TableShape.quoted(key.name()));
        }
        for (TableShape table : tables) {
            alter(table.name(), "DISABLE TRIGGER USER");
        }
        execute("TRUNCATE "
                + tables.stream().map(table -> TableShape.quoted(table.name())).collect(Collectors.joining(", ")));
    }

    public static DatabaseLoad into(DataSource database) {
        try {
            Connection connection = database.getConnection();
            try {
                return new DatabaseLoad(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /** The tables that this schema has. */
    public List<TableShape> tables() {
        return tables;
    }

    /** Adds a table's rows; gives their number. */
    public long load(TableShape table, InputStream copy) throws IOException {
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copyIn(), copy, 1 << 16);
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /** Sets the sequences, brings back and checks the foreign keys, and makes everything visible at once. */
    public void commit(Map<String, SequenceState> sequences) {
        try {
            for (Map.Entry<String, SequenceState> sequence : sequences.entrySet()) {
                set(sequence.getKey(), sequence.getValue());
            }
            for (TableShape table : tables) {
                alter(table.name(), "ENABLE TRIGGER USER");
            }
            for (Catalogue.ForeignKey key : foreignKeys) {
                alter(key.table(), "ADD CONSTRAINT " + TableShape.quoted(key.name()) + " " + key.definition());
            }
            connection.commit();
            connection.setAutoCommit(true);
            execute("ANALYZE");
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /** Without {@link #commit} before, leaves the database as it was. */
    @Override
    public void close() {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    private void set(String sequence, SequenceState state) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
            statement.setString(1, TableShape.quoted(sequence));
            statement.setLong(2, state.last());
            statement.setBoolean(3, state.called());
            statement.execute();
        }
    }

    private void alter(String table, String change) throws SQLException {
        execute("ALTER TABLE " + TableShape.quoted(table) + " " + change);
    }

    private void execute(String statement) throws SQLException {
        try (Statement plain = connection.createStatement()) {
            plain.execute(statement);
        }
    }
}
