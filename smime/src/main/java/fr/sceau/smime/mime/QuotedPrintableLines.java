package fr.sceau.smime.mime;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Quoted-printable text, one line after the other. RFC 2045 6.7 */
final class QuotedPrintableLines {
    private static final int MAX = 75; // 76 with the mark of a soft line end
    private static final byte[] SOFT_END = "=\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();

    private final OutputStream out;
    private int column;
    private int heldSpace = -1;

    QuotedPrintableLines(OutputStream out) {
        this.out = out;
    }

    /** @param startsLine whether this piece begins a line */
    void text(byte[] bytes, int length, boolean startsLine) throws IOException {
        for (int i = 0; i < length; i++) {
            flushSpace(false);
            byte b = bytes[i];
            if (b == ' ' || b == '\t') {
                heldSpace = b;
            } else {
                put(b, b > ' ' && b < 127 && b != '=' && !(startsLine && i == 0 && isRisky(bytes, length)));
            }
        }
    }

    /** What a relay might take for the end of the message or the start of another. RFC 8551 3.1.3 */
    private static boolean isRisky(byte[] line, int length) {
        String start = new String(line, 0, Math.min(5, length), StandardCharsets.ISO_8859_1);
        return start.startsWith(".") || start.equals("From ");
    }

    void lineEnd() throws IOException {
        flushSpace(true);
        out.write(END);
        column = 0;
    }

    void finish() throws IOException {
        flushSpace(true);
    }

    /** White space at the end of a line would be lost on the way. */
    private void flushSpace(boolean atEnd) throws IOException {
        if (heldSpace >= 0) {
            int space = heldSpace;
            heldSpace = -1;
            put((byte) space, !atEnd);
        }
    }

    private void put(byte b, boolean literal) throws IOException {
        int width = literal ? 1 : 3;
        if (column + width > MAX) {
            out.write(SOFT_END);
            column = 0;
        }
        column += width;
        if (literal) {
            out.write(b);
        } else {
            out.write('=');
            out.write(DIGITS[(b >> 4) & 0xf]);
            out.write(DIGITS[b & 0xf]);
        }
    }
}
