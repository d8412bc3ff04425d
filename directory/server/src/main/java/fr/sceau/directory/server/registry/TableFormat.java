package fr.sceau.directory.server.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one kind of file is read.
 *
 * @param columns the columns that are read
 * @param separator between two cells
 * @param published true for an extraction (each line complete, at least one, the last one ended), false for a file
 *     that the operator writes (may be empty, last cells may be left out)
 * @param parser makes a value of a line, or says why not
 */
public record TableFormat<C extends Enum<C> & Column, T>(
        Class<C> columns, char separator, boolean published, RowParser<C, T> parser) {

    /** Makes a value of a line. */
    interface RowParser<C extends Enum<C> & Column, T> {
        T parse(Row<C> row) throws BadRow;
    }

    /** A line that is left out; the reason is a fixed text. */
    static final class BadRow extends Exception {
        private static final long serialVersionUID = 1L;
        final String reason;

        BadRow(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }

    /** Reads a file from its first line to its last. */
    public Table<T> read(Path file) throws IOException, RefusedFileException {
        try (LineReader lines = new LineReader(file)) {
            String header = lines.next().orElseThrow(() -> new RefusedFileException("the file is empty"));
            Table<T> table = body(lines, below(header));
            if (published) {
                checkWhole(table, lines);
            }
            return table;
        }
    }

    /** How the lines below a header are read, one by one. */
    public LineParser<C, T> below(String header) throws RefusedFileException {
        int width = withoutTrailingEmpty(cells(header)).length;
        return new LineParser<>(this, bind(header), width, Math.max(cells(header).length, width + 1));
    }

    private Table<T> body(LineReader lines, LineParser<C, T> parser) throws IOException, RefusedFileException {
        List<T> rows = new ArrayList<>();
        Quarantine quarantine = new Quarantine();
        long number = 1;
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            number++;
            if (!line.get().isBlank()) {
                parser.parse(line.get(), number, quarantine).ifPresent(rows::add);
            }
        }
        return new Table<>(rows, quarantine);
    }

    /** @param most a line with more cells has a separator inside a value: what follows would be in the wrong column */
    String[] checkedCells(String line, int width, int most) throws BadRow {
        if (line.indexOf('\r') >= 0) {
            throw new BadRow("carriage return inside the line");
        }
        String[] cells = cells(line);
        if (published && cells.length < width) {
            throw new BadRow("too few cells");
        }
        if (withoutTrailingEmpty(cells).length > width || (published && cells.length > most)) {
            throw new BadRow("too many cells");
        }
        return cells;
    }

    private static void checkWhole(Table<?> table, LineReader lines) throws RefusedFileException {
        if (table.rows().isEmpty()) {
            throw new RefusedFileException(
                    "no usable line (" + table.quarantine().size() + " malformed)");
        }
        if (!lines.lastLineEnded()) {
            throw new RefusedFileException("the last line is not ended: the file was cut");
        }
        int tolerated = Math.max(20, table.lineCount() / 1000);
        if (table.quarantine().size() > tolerated) {
            throw new RefusedFileException(table.quarantine().size() + " malformed lines of " + table.lineCount()
                    + ", more than " + tolerated);
        }
    }

    private Map<C, Integer> bind(String header) throws RefusedFileException {
        Map<String, Integer> titles = new HashMap<>();
        String[] cells = cells(header);
        for (int i = 0; i < cells.length; i++) {
            titles.putIfAbsent(Column.normalised(cells[i]), i);
        }
        Map<C, Integer> positions = new EnumMap<>(columns);
        for (C column : columns.getEnumConstants()) {
            Optional<Integer> position = column.titles().stream()
                    .flatMap(title -> Optional.ofNullable(titles.get(Column.normalised(title))).stream())
                    .findFirst();
            if (position.isEmpty() && column.mandatory()) {
                throw new RefusedFileException(
                        "column missing: " + column.titles().get(0));
            }
            position.ifPresent(found -> positions.put(column, found));
        }
        return positions;
    }

    /** Nothing is quoted: a quotation mark is content. */
    private String[] cells(String line) {
        return line.split("\\" + separator, -1);
    }

    private static String[] withoutTrailingEmpty(String[] cells) {
        int length = cells.length;
        while (length > 0 && cells[length - 1].isBlank()) {
            length--;
        }
        return Arrays.copyOf(cells, length);
    }
}
