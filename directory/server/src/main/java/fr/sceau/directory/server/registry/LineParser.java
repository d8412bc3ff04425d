package fr.sceau.directory.server.registry;

import fr.sceau.directory.server.registry.TableFormat.BadRow;
import java.util.Map;
import java.util.Optional;

/** Reads the lines of one file: where its header puts each column. */
public final class LineParser<C extends Enum<C> & Column, T> {
    private final TableFormat<C, T> format;
    private final Map<C, Integer> positions;
    private final int width;
    private final int most;

    LineParser(TableFormat<C, T> format, Map<C, Integer> positions, int width, int most) {
        this.format = format;
        this.positions = positions;
        this.width = width;
        this.most = most;
    }

    /** Nothing when the line is left out; {@code quarantine} knows then why. */
    public Optional<T> parse(String line, long number, Quarantine quarantine) {
        try {
            return Optional.of(format.parser().parse(new Row<>(positions, format.checkedCells(line, width, most))));
        } catch (BadRow e) {
            quarantine.add(number, e.reason);
            return Optional.empty();
        }
    }

    /** Of a line that may be malformed; each cell is looked for when it is asked. */
    public Cells<C> cells(String line) {
        return column -> Row.clean(raw(line, column));
    }

    private String raw(String line, C column) {
        Integer position = positions.get(column);
        if (position == null) {
            return "";
        }
        int start = 0;
        for (int i = 0; i < position; i++) {
            int separator = line.indexOf(format.separator(), start);
            if (separator < 0) {
                return "";
            }
            start = separator + 1;
        }
        int end = line.indexOf(format.separator(), start);
        return line.substring(start, end < 0 ? line.length() : end);
    }
}
