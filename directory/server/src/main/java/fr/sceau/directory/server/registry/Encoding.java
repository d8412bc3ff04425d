package fr.sceau.directory.server.registry;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** How the lines of one file are written: UTF-8, or ISO-8859-1 when its beginning is not UTF-8; a mixture is refused. */
final class Encoding {
    static final int LONGEST = 64 * 1024;

    private static final int HEAD = 200 * 1024;
    private static final char REPLACED = '\uFFFD'; // where octets could not be read
    private static final Pattern UTF8_SEEN_AS_LATIN1 = Pattern.compile("[\\u00C2\\u00C3][\\u0080-\\u00BF]");

    private final Charset charset;

    private Encoding(Charset charset) {
        this.charset = charset;
    }

    /** @param octets from the beginning of the file */
    static Encoding of(byte[] octets) {
        byte[] head = Arrays.copyOf(octets, Math.min(octets.length, HEAD));
        CharBuffer text = CharBuffer.allocate(head.length + 1);
        boolean utf8 = !strict(StandardCharsets.UTF_8)
                .decode(ByteBuffer.wrap(head), text, false)
                .isError();
        return new Encoding(utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    /** One line without what ends it, and without a mark of byte order. */
    String line(byte[] octets, int from, int length) throws RefusedFileException {
        if (length > LONGEST) {
            throw tooLong();
        }
        String line = new String(octets, from, length, charset);
        if (charset.equals(StandardCharsets.ISO_8859_1)
                && UTF8_SEEN_AS_LATIN1.matcher(line).find()) {
            throw new RefusedFileException("the file mixes UTF-8 and ISO-8859-1");
        }
        if (line.indexOf(REPLACED) >= 0) {
            checkWritten(octets, from, length);
        }
        return withoutMarks(line);
    }

    static RefusedFileException tooLong() {
        return new RefusedFileException("a line is longer than " + LONGEST + " octets");
    }

    /** A character that stands for what cannot be read may have been written so. */
    private void checkWritten(byte[] octets, int from, int length) throws RefusedFileException {
        try {
            strict(charset).decode(ByteBuffer.wrap(octets, from, length));
        } catch (CharacterCodingException e) {
            throw new RefusedFileException("the file mixes UTF-8 with another encoding or stops inside a character", e);
        }
    }

    private static String withoutMarks(String line) {
        int from = line.startsWith("\uFEFF") ? 1 : 0;
        int to = line.length() > from && line.charAt(line.length() - 1) == '\r' ? line.length() - 1 : line.length();
        return line.substring(from, to);
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public String toString() {
        return charset.name();
    }
}
