package fr.sceau.directory.server.registry;

import java.util.List;

/**
 * The content of one file.
 *
 * @param rows in the order of the file
 * @param quarantine the lines that were left out
 */
public record Table<T>(List<T> rows, Quarantine quarantine) {
    public Table {
        rows = List.copyOf(rows);
    }

    /** The content of a file that is not there. */
    public static <T> Table<T> empty() {
        return new Table<>(List.of(), new Quarantine());
    }

    /** Lines after the header, good and bad. */
    public int lineCount() {
        return rows.size() + quarantine.size();
    }
}
