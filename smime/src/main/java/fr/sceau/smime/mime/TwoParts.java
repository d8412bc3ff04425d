package fr.sceau.smime.mime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Splits the body of a {@code multipart/signed} into its two parts, byte for byte. RFC 1847 2.1, RFC 2046 5.1.1
 *
 * <p>The line end before a delimiter belongs to the delimiter. Anything but exactly two parts and a closing delimiter is
 * refused, and so is a line that merely begins like a delimiter: readers differ on what it means.
 */
public final class TwoParts {
    private static final int MAX_BOUNDARY = 70;

    private final byte[] delimiter;
    private final List<OutputStream> sinks;
    private byte[] pendingLineEnd = {};
    private int part = -1;
    private boolean refused;

    private TwoParts(String boundary, OutputStream first, OutputStream second) {
        this.delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        this.sinks = List.of(first, second);
    }

    /** Writes the parts where they belong; false if the body is not two whole parts. */
    public static boolean split(InputStream body, String boundary, OutputStream first, OutputStream second)
            throws IOException {
        if (boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
            return false;
        }
        TwoParts parts = new TwoParts(boundary, first, second);
        LineChunks lines = new LineChunks(body);
        while (!parts.finished() && lines.next()) {
            parts.take(lines);
        }
        return parts.part == 2 && !parts.refused;
    }

    private boolean finished() {
        return refused || part == 2;
    }

    private void take(LineChunks line) throws IOException {
        if (line.startsLine() && beginsWithDelimiter(line)) {
            moveOn(line);
        } else if (part >= 0) {
            OutputStream sink = sinks.get(part);
            sink.write(pendingLineEnd);
            sink.write(line.bytes(), 0, line.textLength());
            pendingLineEnd =
                    Arrays.copyOfRange(line.bytes(), line.textLength(), line.textLength() + line.lineEndLength());
        }
    }

    private boolean beginsWithDelimiter(LineChunks line) {
        return line.textLength() >= delimiter.length
                && Arrays.equals(line.bytes(), 0, delimiter.length, delimiter, 0, delimiter.length);
    }

    private void moveOn(LineChunks line) {
        String rest = HeaderField.trimmed(
                        "-" // only what follows may be left away
                                + new String(
                                        line.bytes(),
                                        delimiter.length,
                                        line.textLength() - delimiter.length,
                                        StandardCharsets.ISO_8859_1))
                .substring(1);
        boolean opens = rest.isEmpty() && part < 1 && line.lineEndLength() > 0;
        boolean closes = rest.equals("--") && part == 1;
        refused = !opens && !closes;
        part++;
        pendingLineEnd = new byte[0];
    }
}
