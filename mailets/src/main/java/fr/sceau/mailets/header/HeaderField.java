package fr.sceau.mailets.header;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One field of a message header, as on the wire.
 *
 * @param line the field with its folding, without the last line end; bytes as characters of ISO 8859-1
 */
public record HeaderField(String line) {
    /** Lower-case name; empty when the line is no field. */
    public String name() {
        int colon = line.indexOf(':');
        return colon < 0 ? "" : line.substring(0, colon).stripTrailing().toLowerCase(Locale.ROOT);
    }

    /** The value with its folding undone (RFC 5322 2.2.3). */
    public String value() {
        return line.substring(line.indexOf(':') + 1).replaceAll("\\r?\\n", "").strip();
    }

    /** RFC 5322 2.2: a name of printable characters, then a colon; no bare CR, at which some readers begin a new field. */
    boolean isWellFormed() {
        return line.matches("(?s)[!-9;-~]+[ \\t]*:.*")
                && line.replace("\r\n", "").indexOf('\r') < 0
                && line.indexOf('\0') < 0;
    }

    byte[] bytes() {
        return (line + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
