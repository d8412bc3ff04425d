package fr.sceau.server.cli;

import fr.sceau.server.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Our own mailboxes as the directory publishes them: {@code directory/own/mailboxes.tsv}, replaced whole. */
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
            lines.removeIf(line -> line.startsWith(row.address() + "\t"));
            lines.add(row.line());
            Path next = file.resolveSibling("mailboxes.tsv.new");
            Files.write(next, lines);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ServerException("L'annuaire local ne peut pas être écrit : " + file, e);
        }
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
        String line() {
            return String.join(
                    "\t",
                    Stream.of(address, type, idNat, structure, family, given, label, profession, smime)
                            .map(value -> value.replaceAll("[\\t\\r\\n]", " "))
                            .toList());
        }
    }
}
