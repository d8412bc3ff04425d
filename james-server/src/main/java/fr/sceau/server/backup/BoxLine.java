package fr.sceau.server.backup;

import fr.sceau.server.ServerException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code manifest.tsv}, which stands beside the messages of one mailbox. Lists are separated by spaces; tab, line end and
 * backslash in a field are {@code \t}, {@code \n} and {@code \\}.
 *
 * @param path of the message in the ZIP
 * @param folder the mailbox's name, such as {@code INBOX/Archives}
 * @param record what the server that exported it had established, as JSON; for information
 */
record BoxLine(
        String path,
        String folder,
        long uid,
        Instant internalDate,
        List<String> flags,
        List<String> keywords,
        long octets,
        String sha256,
        String record) {
    static final String HEAD = "chemin\tdossier\tuid\tdate\tdrapeaux\tmots-cles\toctets\tsha256\tconstat";
    private static final int FIELDS = 9;

    BoxLine {
        flags = List.copyOf(flags);
        keywords = List.copyOf(keywords);
    }

    String text() {
        return String.join(
                "\t",
                escape(path),
                escape(folder),
                String.valueOf(uid),
                internalDate.toString(),
                escape(String.join(" ", flags)),
                escape(String.join(" ", keywords)),
                String.valueOf(octets),
                sha256,
                escape(record));
    }

    static BoxLine parse(String line) {
        String[] fields = line.split("\t", -1);
        try {
            if (fields.length != FIELDS || !fields[7].matches("[0-9a-f]{64}")) {
                throw malformed(null);
            }
            return new BoxLine(
                    unescape(fields[0]),
                    unescape(fields[1]),
                    Long.parseLong(fields[2]),
                    Instant.parse(fields[3]),
                    words(fields[4]),
                    words(fields[5]),
                    Long.parseLong(fields[6]),
                    fields[7],
                    unescape(fields[8]));
        } catch (NumberFormatException | DateTimeException e) {
            throw malformed(e);
        }
    }

    /** Most of the line's length, which nobody here reads again. */
    BoxLine withoutRecord() {
        return new BoxLine(path, folder, uid, internalDate, flags, keywords, octets, sha256, "");
    }

    private static ServerException malformed(@Nullable Throwable cause) {
        String message = "manifest.tsv : une ligne n'a pas la forme attendue ; rien n'est importé";
        return cause == null ? new ServerException(message) : new ServerException(message, cause);
    }

    private static List<String> words(String field) {
        String text = unescape(field);
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static String escape(String field) {
        return field.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescape(String field) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char letter = field.charAt(i);
            if (letter == '\\' && i + 1 < field.length()) {
                i++;
                letter = plain(field.charAt(i));
            }
            text.append(letter);
        }
        return text.toString();
    }

    private static char plain(char escaped) {
        return switch (escaped) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> escaped;
        };
    }
}
