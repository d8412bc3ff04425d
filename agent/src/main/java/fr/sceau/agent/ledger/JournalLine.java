package fr.sceau.agent.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** The cells of one journal line and their form on disk: CRC-32, tab, cells separated by tabs, line feed. */
record JournalLine(List<String> cells) {

    JournalLine {
        cells = List.copyOf(cells);
    }

    static JournalLine of(String... cells) {
        return new JournalLine(List.of(cells));
    }

    byte[] toBytes() {
        String content =
                String.join("\t", cells.stream().map(JournalLine::escape).toList());
        return (checksum(content) + "\t" + content + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Empty when the line is not whole. */
    static Optional<JournalLine> parse(String line) {
        int tab = line.indexOf('\t');
        if (tab < 0 || !line.substring(0, tab).equals(checksum(line.substring(tab + 1)))) {
            return Optional.empty();
        }
        List<String> cells = new ArrayList<>();
        for (String cell : line.substring(tab + 1).split("\t", -1)) {
            cells.add(unescape(cell));
        }
        return Optional.of(new JournalLine(cells));
    }

    private static String checksum(String content) {
        CRC32 crc = new CRC32();
        crc.update(content.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }

    private static String escape(String cell) {
        return cell.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescape(String cell) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '\\' && i + 1 < cell.length()) {
                char next = cell.charAt(++i);
                plain.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
