package fr.sceau.store.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** What was read too far, then the rest of a stream, in full chunks but for the last. */
final class ChunkReader {
    private final byte[] before;
    private final InputStream in;
    private int position;

    ChunkReader(byte[] before, InputStream in) {
        this.before = before;
        this.in = in;
    }

    /** The next chunk; empty at the end. */
    byte[] next() throws IOException {
        int left = Math.min(before.length - position, ContentWriter.CHUNK);
        if (left == 0) {
            return in.readNBytes(ContentWriter.CHUNK);
        }
        byte[] chunk = Arrays.copyOfRange(before, position, position + ContentWriter.CHUNK);
        position += left;
        int all = left + in.readNBytes(chunk, left, ContentWriter.CHUNK - left);
        return all == chunk.length ? chunk : Arrays.copyOf(chunk, all);
    }
}
