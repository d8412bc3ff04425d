package fr.sceau.store.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** How a Java value becomes a parameter of a statement. */
final class Parameters {
    private Parameters() {}

    static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
    }

    private static void bind(PreparedStatement statement, int position, @Nullable Object value) throws SQLException {
        if (value instanceof Instant instant) {
            statement.setObject(position, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Date date) {
            statement.setObject(position, date.toInstant().atOffset(ZoneOffset.UTC));
        } else if (value instanceof Sql.Values array) {
            statement.setArray(position, statement.getConnection().createArrayOf(array.type(), array.elements()));
        } else {
            statement.setObject(position, value); // text, numbers, boolean, byte[], UUID, null
        }
    }
}
