package fr.sceau.store.backup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the database says of itself. The history of its schema is not a table like the others: migrating writes it. */
final class Catalogue {
    private static final String HISTORY = "schema_version";

    private static final String TABLES = """
            SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum),
                   (SELECT array_agg(ka.attname::text ORDER BY k.place)
                    FROM pg_index i, unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (number, place), pg_attribute ka
                    WHERE i.indrelid = c.oid AND i.indisprimary AND ka.attrelid = c.oid AND ka.attnum = k.number)
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> '%s'
              AND NOT a.attisdropped AND a.attgenerated = ''
            GROUP BY c.oid, c.relname ORDER BY c.relname
            """.formatted(HISTORY);

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    List<TableShape> tables() throws SQLException {
        return list(TABLES, row -> new TableShape(row.getString(1), texts(row.getArray(2)), texts(row.getArray(3))));
    }

    /** Octets that the tables take on disk: how much there is to copy, roughly. */
    long size() throws SQLException {
        return list(
                        "SELECT coalesce(sum(pg_table_size(oid)), 0)::bigint FROM pg_class WHERE relkind = 'r'"
                                + " AND relnamespace = current_schema()::regnamespace",
                        row -> row.getLong(1))
                .get(0);
    }

    /** Migrations in their order. */
    List<Migration> migrations() throws SQLException {
        return list(
                "SELECT version, checksum FROM " + HISTORY
                        + " WHERE success AND version IS NOT NULL ORDER BY installed_rank",
                row -> new Migration(row.getString(1), row.getInt(2)));
    }

    Map<String, SequenceState> sequences() throws SQLException {
        Map<String, SequenceState> states = new LinkedHashMap<>();
        for (String name : names("relkind = 'S'")) {
            states.put(
                    name,
                    list(
                                    "SELECT last_value, is_called FROM " + TableShape.quoted(name),
                                    row -> new SequenceState(row.getLong(1), row.getBoolean(2)))
                            .get(0));
        }
        return states;
    }

    /** Table, constraint and definition of every foreign key. */
    List<ForeignKey> foreignKeys() throws SQLException {
        return list(
                "SELECT c.relname, k.conname, pg_get_constraintdef(k.oid) FROM pg_constraint k"
                        + " JOIN pg_class c ON c.oid = k.conrelid WHERE k.contype = 'f'"
                        + " AND c.relnamespace = current_schema()::regnamespace ORDER BY c.relname, k.conname",
                row -> new ForeignKey(row.getString(1), row.getString(2), row.getString(3)));
    }

    private List<String> names(String condition) throws SQLException {
        return list(
                "SELECT relname FROM pg_class WHERE " + condition
                        + " AND relnamespace = current_schema()::regnamespace ORDER BY relname",
                row -> row.getString(1));
    }

    private <T> List<T> list(String query, Row<T> row) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row.read(result));
            }
            return rows;
        }
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    record ForeignKey(String table, String name, String definition) {}

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
