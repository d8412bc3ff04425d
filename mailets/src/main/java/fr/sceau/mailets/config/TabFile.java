package fr.sceau.mailets.config;

import fr.sceau.mailets.MailetsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table for people: UTF-8, columns parted by tabs, {@code #} comments; every fault is told with its file and line. */
public final class TabFile {
    private final Path file;

    public TabFile(Path file) {
        this.file = file;
    }

    /** One line of the table that is neither empty nor a comment. */
    public final class Row {
        private final int line;
        private final List<String> columns;

        private Row(int line, List<String> columns) {
            this.line = line;
            this.columns = columns;
        }

        public int size() {
            return columns.size();
        }

        public String column(int index) {
            return columns.get(index);
        }

        /** The fault to throw when this row cannot be used. */
        public MailetsException fault(String what) {
            return MailetsException.configuration(file + ", ligne " + line + " : " + what + ".");
        }
    }

    /** The rows in order; a row with fewer or more columns than allowed is a fault. */
    public List<Row> rows(int fewest, int most) {
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line : lines()) {
            number++;
            if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                rows.add(row(line, number, fewest, most));
            }
        }
        return rows;
    }

    private Row row(String line, int number, int fewest, int most) {
        Row row = new Row(
                number,
                List.of(line.strip().split("\\t+")).stream().map(String::strip).toList());
        if (row.size() < fewest || row.size() > most) {
            throw row.fault("attendu " + fewest + (most > fewest ? " à " + most : "")
                    + " colonnes séparées par des tabulations, trouvé " + row.size());
        }
        return row;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw MailetsException.configuration(file + " : fichier absent ou illisible.", e);
        }
    }
}
