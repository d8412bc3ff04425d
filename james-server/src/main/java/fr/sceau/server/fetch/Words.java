package fr.sceau.server.fetch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Octets of a response, word by word. */
final class Words {
    private static final char ASCII_END = 0x7f;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    private boolean space;

    byte[] take() {
        byte[] octets = out.toByteArray();
        out.reset();
        return octets;
    }

    Words word(String ascii) {
        gap();
        return raw(ascii);
    }

    Words number(long number) {
        return word(Long.toString(number));
    }

    Words open() {
        gap();
        out.write('(');
        space = false;
        return this;
    }

    Words close() {
        out.write(')');
        space = true;
        return this;
    }

    /** No space before what comes next. */
    Words join() {
        space = false;
        return this;
    }

    Words literal(byte[] octets, int from, int length) {
        word("{" + length + "}\r\n");
        out.write(octets, from, length);
        return this;
    }

    /** NIL, or a quoted string (RFC 3501 9): octets that may not be in one become a question mark or a space. */
    Words string(@Nullable String text) {
        if (text == null) {
            return word("NIL");
        }
        gap();
        out.write('"');
        for (int i = 0; i < text.length(); i++) {
            quoted(text.charAt(i));
        }
        out.write('"');
        return this;
    }

    Words upper(@Nullable String text, String otherwise) {
        return string((text == null ? otherwise : text).toUpperCase(Locale.ROOT));
    }

    Words parameters(Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return string(null);
        }
        open();
        parameters.forEach((name, value) -> string(name).string(value));
        return close();
    }

    Words strings(List<String> texts) {
        if (texts.isEmpty()) {
            return string(null);
        }
        open();
        texts.forEach(this::string);
        return close();
    }

    private void quoted(char character) {
        if (character == '"' || character == '\\') {
            out.write('\\');
        }
        out.write(character >= ASCII_END ? '?' : Math.max(character, ' '));
    }

    private void gap() {
        if (space) {
            out.write(' ');
        }
        space = true;
    }

    private Words raw(String ascii) {
        out.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
        return this;
    }
}
