package fr.sceau.agent.table;

import java.util.ArrayList;
import java.util.List;

/** Splits one line; a cell between double quotes may hold the separator, and a doubled quote is one. RFC 4180 2 */
final class Cells {
    private Cells() {}

    static List<String> split(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        while (cells.size() > 2 && cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1); // spreadsheets pad rows
        }
        return cells;
    }
}
