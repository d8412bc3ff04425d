package fr.sceau.store.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The header of a message as octets, line by line. */
final class HeaderBlock {
    private final InputStream in;
    private final Set<String> ignored;
    private boolean leftOut;

    private HeaderBlock(InputStream in, Collection<String> ignored) {
        this.in = in;
        this.ignored =
                ignored.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** Copies the header up to and including the empty line; {@code in} then stands at the body. */
    static void copy(InputStream in, OutputStream out, Collection<String> ignoredFields) throws IOException {
        HeaderBlock block = new HeaderBlock(in, ignoredFields);
        byte[] line = block.line();
        while (line.length > 0) {
            if (!block.isLeftOut(line)) {
                out.write(line);
            }
            line = isEmpty(line) ? new byte[0] : block.line();
        }
    }

    /** Reads past the header. */
    static void skip(InputStream in) throws IOException {
        copy(in, OutputStream.nullOutputStream(), Set.of());
    }

    /** Whether the line belongs to an ignored field; RFC 5322 2.2.3: a line that starts with a blank goes on. */
    private boolean isLeftOut(byte[] line) {
        if (line[0] != ' ' && line[0] != '\t') {
            String text = new String(line, StandardCharsets.ISO_8859_1);
            int colon = text.indexOf(':');
            leftOut = colon > 0
                    && ignored.contains(text.substring(0, colon).strip().toLowerCase(Locale.ROOT));
        }
        return leftOut;
    }

    private static boolean isEmpty(byte[] line) {
        return line[0] == '\n' || line[0] == '\r' && line.length == 2;
    }

    /** The next line with its end; nothing when the stream ends. */
    private byte[] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        int octet = in.read();
        while (octet >= 0) {
            line.write(octet);
            octet = octet == '\n' ? -1 : in.read();
        }
        return line.toByteArray();
    }
}
