package fr.sceau.smime.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One field.
 *
 * @param name without the colon; empty if the line is no field
 * @param raw all its lines with their ends, as ISO 8859-1
 */
public record HeaderField(String name, String raw) {
    private static final char NO_CHARACTER = '\ufffd';
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static HeaderField of(String line) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).stripTrailing();
        boolean legal = name.chars().allMatch(c -> c > 32 && c < 127); // RFC 5322 2.2
        return new HeaderField(legal ? name : "", line);
    }

    /** Without a last line end, another field would run into this one. */
    public static HeaderField of(String name, String value) {
        return new HeaderField(name, name + ": " + value + "\r\n");
    }

    HeaderField continued(String line) {
        return new HeaderField(name, raw + line);
    }

    boolean wellFormed() {
        return !name.isEmpty() && raw.replace("\r\n", "").indexOf('\r') < 0 && raw.indexOf('\0') < 0;
    }

    boolean printable() {
        boolean controls = raw.chars().anyMatch(HeaderField::isControl);
        boolean upperControls = raw.chars().anyMatch(c -> c > 127 && c < 160);
        return !controls && (!upperControls || utf8().indexOf(NO_CHARACTER) < 0);
    }

    HeaderField inPrint() {
        if (printable()) {
            return this;
        }
        String utf8 = utf8();
        String read = utf8.indexOf(NO_CHARACTER) < 0 ? utf8 : new String(octets(), WINDOWS);
        String shown = read.codePoints()
                .map(c -> isControl(c) || c == NO_CHARACTER ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new HeaderField(name, new String(shown.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    private static boolean isControl(int c) {
        return c < ' ' && "\t\r\n".indexOf(c) < 0 || c == 127;
    }

    private String utf8() {
        return new String(octets(), StandardCharsets.UTF_8);
    }

    private byte[] octets() {
        return raw.getBytes(StandardCharsets.ISO_8859_1);
    }

    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** Whether the field describes the body rather than the message. RFC 2045 section 3 */
    public boolean describesContent() {
        return name.toLowerCase(Locale.ROOT).startsWith("content-");
    }

    /** What follows the colon, unfolded. */
    public String value() {
        return trimmed(raw.substring(raw.indexOf(':') + 1).replace("\r", "").replace("\n", ""));
    }

    /**
     * Without the white space of RFC 5322 around it. Java's own idea of white space is wider, and other readers would see
     * what it takes away.
     */
    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    /** A control character: no reader has to ignore it, and some do. */
    static boolean hasControls(String text) {
        return text.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 127);
    }
}
