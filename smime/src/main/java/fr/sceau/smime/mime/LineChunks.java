package fr.sceau.smime.mime;

import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream into lines without changing a byte; a line longer than the buffer comes in several chunks. */
final class LineChunks {
    private static final int MAX = 8192;

    private final InputStream in;
    private final byte[] chunk = new byte[MAX];
    private int length;
    private int held = -1;
    private boolean startsLine;
    private boolean endedLine = true;

    /** @param in buffered */
    LineChunks(InputStream in) {
        this.in = in;
    }

    /** Moves to the next chunk; false at the end. */
    boolean next() throws IOException {
        startsLine = endedLine;
        length = 0;
        int b = held >= 0 ? held : in.read();
        held = -1;
        while (b >= 0) {
            if (b == '\r' && length == MAX - 1) {
                held = b; // a CRLF stays in one chunk
                break;
            }
            chunk[length++] = (byte) b;
            b = b == '\n' || length == MAX ? -1 : in.read();
        }
        endedLine = length > 0 && chunk[length - 1] == '\n';
        return length > 0;
    }

    byte[] bytes() {
        return chunk;
    }

    boolean startsLine() {
        return startsLine;
    }

    /** Length of the chunk without its line end. */
    int textLength() {
        return length - lineEndLength();
    }

    /** 2 for CRLF, 1 for a bare LF, 0 if the line goes on. */
    int lineEndLength() {
        if (!endedLine) {
            return 0;
        }
        return length > 1 && chunk[length - 2] == '\r' ? 2 : 1;
    }
}
