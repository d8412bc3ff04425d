package fr.sceau.smime.mime;

import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a stream into lines without changing a byte; a line longer than the buffer comes in several chunks. Reads ahead, so
 * the stream is of no use to anybody else afterwards.
 */
final class LineChunks {
    private static final int MAX = 8192;

    private final InputStream in;
    private final byte[] buffer = new byte[Pieces.OCTETS];
    private int at;
    private int end;
    private final byte[] chunk = new byte[MAX];
    private int length;
    private boolean startsLine;
    private boolean endedLine = true;
    private long passed;

    LineChunks(InputStream in) {
        this.in = in;
    }

    /** Moves to the next chunk; false at the end. */
    boolean next() throws IOException {
        startsLine = endedLine;
        endedLine = false;
        length = 0;
        while (!endedLine && length < MAX && more()) {
            byte b = buffer[at];
            if (b == '\r' && length == MAX - 1) {
                break; // a CRLF stays in one chunk
            }
            at++;
            chunk[length++] = b;
            endedLine = b == '\n';
        }
        passed += length;
        return length > 0;
    }

    private boolean more() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
        }
        return at < end;
    }

    /** Where in the stream the chunk starts. */
    long start() {
        return passed - length;
    }

    /** Where in the stream what comes after the chunk starts. */
    long end() {
        return passed;
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
