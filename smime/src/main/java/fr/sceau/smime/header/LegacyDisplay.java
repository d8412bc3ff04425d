package fr.sceau.smime.header;

import fr.sceau.smime.mime.ContentType;

/**
 * Lines that a sender put at the start of a text so that readers without header protection see the subject; a reader that
 * shows the protected fields leaves them away. RFC 9788 4.5.3
 */
public final class LegacyDisplay {
    private LegacyDisplay() {}

    /** Whether a text part says that it starts so. */
    public static boolean isMarked(ContentType type) {
        return type.parameter("hp-legacy-display").filter("1"::equals).isPresent();
    }

    /** Whether the part is nothing else, as before RFC 9788. */
    public static boolean isWhole(ContentType type) {
        return type.mediaType().equals("text/rfc822-headers")
                && type.parameter("protected-headers").filter("v1"::equals).isPresent();
    }

    /** The decoded text behind its first empty line; all of it if there is none. RFC 9788 4.5.3.2 */
    public static String without(String text) {
        int line = 0;
        while (line < text.length()) {
            int end = text.indexOf('\n', line);
            if (end < 0) {
                return text;
            }
            if (text.substring(line, end).isBlank()) {
                return text.substring(end + 1);
            }
            line = end + 1;
        }
        return text;
    }
}
