package fr.sceau.smime.mime;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;

/** Base64 in lines of 76, encoded many lines at a time, since the platform's stream goes line by line. RFC 2045 6.8 */
public final class Base64Lines extends OutputStream {
    private static final int LINE = 76;
    private static final int OCTETS_OF_LINE = 57;
    private static final int LINES = 72; // 4 kB

    private final OutputStream out;
    private final byte[] octets = new byte[LINES * OCTETS_OF_LINE];
    private final byte[] digits = new byte[LINES * LINE];
    private final byte[] lines = new byte[LINES * (LINE + 2)];
    private int length;
    private boolean begun;
    private boolean closed;

    private Base64Lines(OutputStream out) {
        this.out = out;
    }

    /** Without a last line end. */
    public static String of(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }

    /** Encodes what is written; closing it ends the base64, without a last line end, and leaves {@code out} open. */
    public static OutputStream into(OutputStream out) {
        return new Base64Lines(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        if (closed) {
            throw new IOException("the base64 has ended");
        }
        for (int done = 0; done < count; ) {
            int taken = Math.min(octets.length - length, count - done);
            System.arraycopy(bytes, offset + done, octets, length, taken);
            length += taken;
            done += taken;
            if (length == octets.length) {
                put(Base64.getEncoder().encode(octets, digits));
            }
        }
    }

    /** A line end goes before each line but the first. */
    private void put(int count) throws IOException {
        int end = 0;
        for (int at = 0; at < count; at += LINE) {
            if (begun) {
                lines[end++] = '\r';
                lines[end++] = '\n';
            }
            begun = true;
            int taken = Math.min(LINE, count - at);
            System.arraycopy(digits, at, lines, end, taken);
            end += taken;
        }
        out.write(lines, 0, end);
        length = 0;
    }

    /** What is no whole line yet stays here. */
    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            put(Base64.getEncoder().encode(Arrays.copyOf(octets, length), digits));
            out.flush();
        }
    }
}
