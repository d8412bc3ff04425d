package fr.sceau.store.database;

import fr.sceau.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements. The methods of an instance take a connection of their own and throw {@link StoreException}; the static
 * ones work inside the caller's transaction and leave the {@link SQLException} to it. Parameters: text, numbers, boolean,
 * {@code byte[]}, {@link UUID}, {@link java.time.Instant}, {@link java.util.Date}, {@link Values} or null.
 */
public final class Sql {
    private final DataSource database;

    public Sql(DataSource database) {
        this.database = database;
    }

    public <T> List<T> query(String statement, Row<T> row, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection()) {
            return query(connection, statement, row, parameters);
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /** The first row, if there is any. */
    public <T> Optional<T> first(String statement, Row<T> row, @Nullable Object... parameters) {
        return query(statement, row, parameters).stream().findFirst();
    }

    /** How many rows changed. */
    public int update(String statement, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection()) {
            return update(connection, statement, parameters);
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /** All of {@code work} or nothing of it: any exception rolls back. */
    public <T extends @Nullable Object, E extends Exception> T transaction(Work<T, E> work) throws E {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (Throwable e) {
                rollback(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    public static <T> List<T> query(Connection connection, String statement, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            Parameters.bind(prepared, parameters);
            return rows(prepared, row);
        }
    }

    /** The first row, if there is any. */
    public static <T> Optional<T> first(
            Connection connection, String statement, Row<T> row, @Nullable Object... parameters) throws SQLException {
        return query(connection, statement, row, parameters).stream().findFirst();
    }

    /** How many rows changed. */
    public static int update(Connection connection, String statement, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            Parameters.bind(prepared, parameters);
            return prepared.executeUpdate();
        }
    }

    /** The same statement once for each array of parameters, in one round trip. */
    public static void batch(Connection connection, String statement, Collection<@Nullable Object[]> rows)
            throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (@Nullable Object[] row : rows) {
                Parameters.bind(prepared, row);
                prepared.addBatch();
            }
            prepared.executeBatch();
        }
    }

    public static Values texts(Collection<String> values) {
        return new Values("text", values.toArray());
    }

    public static Values numbers(Collection<Long> values) {
        return new Values("bigint", values.toArray());
    }

    public static Values ids(Collection<UUID> values) {
        return new Values("uuid", values.toArray());
    }

    private static <T> List<T> rows(PreparedStatement prepared, Row<T> row) throws SQLException {
        try (ResultSet result = prepared.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row.read(result));
            }
            return rows;
        }
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(StoreException.of(e));
        }
    }

    /** An array parameter; made by {@link #texts}, {@link #numbers} and {@link #ids}. */
    @SuppressWarnings("ArrayRecordComponent") // made here, read once, never compared
    public record Values(String type, Object[] elements) {}

    /** Reads one row of a result. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What one transaction does. */
    public interface Work<T extends @Nullable Object, E extends Exception> {
        T run(Connection connection) throws SQLException, E;
    }
}
