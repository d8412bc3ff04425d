package fr.sceau.server.cli;

import fr.sceau.server.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Our own mailboxes as the directory publishes them: {@code directory/own/mailboxes.tsv}, replaced whole. Columns are those of the
 * header that is there, in its order; what only the operator writes (red list, rank, …) stays with its mailbox.
 */
final class OwnDirectory {
    private static final String HEADER = "address\ttype\tidnat\tstructure\tfamily\tgiven\tlabel\tprofession\tsmime";

    private final Path file;

    OwnDirectory(Path home) {
        this.file = home.resolve("directory/own/mailboxes.tsv");
    }

    /** Adds the row, or puts it in the place of the one with the same address. */
    void put(Row row) {
        try {
            Files.createDirectories(file.getParent());
            List<String> lines = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of(HEADER));
            List<String> columns = cells(lines.remove(0).replace("\uFEFF", "").toLowerCase(Locale.ROOT));
            Map<String, String> kept = new LinkedHashMap<>();
            lines.removeIf(line -> isOf(row.address(), line, columns, kept));
            kept.putAll(row.cells());
            lines.add(0, String.join("\t", columns));
            lines.add(line(columns, kept));
            write(lines);
        } catch (IOException e) {
            throw new ServerException("L'annuaire local ne peut pas être écrit : " + file, e);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
    }

    /** @param kept takes what the line says */
    private static boolean isOf(String address, String line, List<String> columns, Map<String, String> kept) {
        Map<String, String> said = new LinkedHashMap<>();
        List<String> cells = cells(line);
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            said.put(columns.get(i), cells.get(i));
        }
        boolean same = address.equalsIgnoreCase(said.get("address"));
        if (same) {
            said.values().removeIf(String::isEmpty);
            kept.putAll(said);
        }
        return same;
    }

    private String line(List<String> columns, Map<String, String> cells) {
        if (!columns.containsAll(List.of(HEADER.split("\t")))) {
            throw new ServerException("L'annuaire local n'a pas toutes ses colonnes : " + file);
        }
        return String.join(
                "\t",
                columns.stream().map(column -> cells.getOrDefault(column, "")).toList());
    }

    private void write(List<String> lines) throws IOException {
        Path next = file.resolveSibling("mailboxes.tsv.new");
        Files.write(next, lines);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** One mailbox in the columns of the file. */
    record Row(
            String address,
            String type,
            String idNat,
            String structure,
            String family,
            String given,
            String label,
            String profession,
            String smime) {
        /** By the names of the columns. */
        Map<String, String> cells() {
            List<String> values = Stream.of(address, type, idNat, structure, family, given, label, profession, smime)
                    .map(value -> value.replaceAll("[\\t\\r\\n]", " "))
                    .toList();
            Map<String, String> cells = new LinkedHashMap<>();
            List<String> columns = List.of(HEADER.split("\t"));
            for (int i = 0; i < columns.size(); i++) {
                cells.put(columns.get(i), values.get(i));
            }
            return cells;
        }
    }
}
