package fr.sceau.bench.measure;

import java.util.ArrayList;
import java.util.List;

/** Text columns: the first to the left, the others to the right. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... header) {
        rows.add(List.of(header));
    }

    /** One more line. */
    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** One more line. */
    public void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                String format = i == 0 ? "%-" + width(i) + "s" : "  %" + width(i) + "s";
                text.append(String.format(format, row.get(i)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(1);
    }
}
