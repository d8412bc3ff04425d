package fr.sceau.demo.world;

import fr.sceau.demo.DemoException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines in the layout of an official extraction: {@code |} between fields, no quoting, UTF-8, LF. */
final class Extraction {
    private final List<String> columns;
    private final String lineEnd;
    private final StringBuilder text = new StringBuilder();

    private Extraction(String resource, String lineEnd) {
        this.columns = Table.lines(Extraction.class, resource);
        this.lineEnd = lineEnd;
        text.append(String.join("|", columns)).append(lineEnd);
    }

    /** 56 columns; every line, the header too, ends with one more separator. */
    static Extraction personActivity() {
        return new Extraction("PS_LibreAcces_Personne_activite.columns", "|\n");
    }

    /** 31 columns, no separator at the end. */
    static Extraction mailboxes() {
        return new Extraction("Extraction_Correspondance_MSSante.columns", "\n");
    }

    Line line() {
        return new Line();
    }

    String text() {
        return text.toString();
    }

    /** One line; columns that are not set stay empty. */
    final class Line {
        private final Map<String, String> cells = new LinkedHashMap<>();

        Line set(String column, String value) {
            if (!columns.contains(column)) {
                throw new DemoException("colonne inconnue : " + column);
            }
            cells.put(column, value);
            return this;
        }

        void end() {
            text.append(String.join(
                            "|",
                            columns.stream()
                                    .map(column -> cells.getOrDefault(column, ""))
                                    .toList()))
                    .append(lineEnd);
        }
    }
}
