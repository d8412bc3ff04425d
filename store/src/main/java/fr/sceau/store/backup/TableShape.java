package fr.sceau.store.backup;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A table as it is copied: its columns, and the order of its rows, so that two equal tables give the same octets.
 *
 * @param name as in the catalogue
 * @param columns those that are stored, in the catalogue's order
 * @param order columns of the primary key, or all of them where there is none
 */
public record TableShape(String name, List<String> columns, List<String> order) {
    public TableShape {
        Objects.requireNonNull(name);
        columns = List.copyOf(columns);
        order = List.copyOf(order.isEmpty() ? columns : order);
    }

    String copyOut() {
        return "COPY (SELECT " + quoted(columns) + " FROM " + quoted(name) + " ORDER BY " + quoted(order)
                + ") TO STDOUT (FORMAT binary)";
    }

    String copyIn() {
        return "COPY " + quoted(name) + " (" + quoted(columns) + ") FROM STDIN (FORMAT binary)";
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static String quoted(List<String> identifiers) {
        return identifiers.stream().map(TableShape::quoted).collect(Collectors.joining(", "));
    }
}
