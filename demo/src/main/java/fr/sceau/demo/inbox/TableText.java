package fr.sceau.demo.inbox;

import java.util.List;
import java.util.stream.Stream;

/** Lines in columns as wide as their widest cell, up to a limit. */
final class TableText {
    private static final int WIDEST = 46;

    private TableText() {}

    static String of(List<Line> lines) {
        List<List<String>> rows = Stream.concat(Stream.of(Line.HEADER), lines.stream())
                .map(Line::cells)
                .toList();
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], cut(row.get(i)).length());
            }
        });
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(line(row, widths)).append('\n'));
        return text.toString();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cut(row.get(i));
            line.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
        }
        return line.toString().stripTrailing();
    }

    /** Mail is written by strangers: no control character reaches the terminal. */
    private static String cut(String cell) {
        String clean = cell.replaceAll("\\p{C}", " ");
        return clean.length() <= WIDEST ? clean : clean.substring(0, WIDEST - 1) + "…";
    }
}
