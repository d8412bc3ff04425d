package fr.sceau.directory.server.registry;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cuts a file into blocks of whole lines; the same file always at the same places. */
public final class BlockReader implements Closeable {
    private static final int SIZE = 256 * 1024; // more than the longest line, and than what tells the encoding

    private final InputStream in;
    private byte[] begun = {}; // a line that the last block did not end
    private long number = 1;
    private boolean lastLineEnded = true;
    private @Nullable Encoding encoding;

    /** Closes the stream at the end. */
    public BlockReader(InputStream stream) {
        this.in = stream;
    }

    /** The next lines, or nothing after the last one. */
    public Optional<Block> next() throws IOException, RefusedFileException {
        byte[] octets = Arrays.copyOf(begun, SIZE);
        int read = in.readNBytes(octets, begun.length, SIZE - begun.length);
        int end = begun.length + read;
        if (end == 0) {
            return Optional.empty();
        }
        if (end < SIZE) { // there is no more
            begun = new byte[0];
            lastLineEnded = octets[end - 1] == '\n';
            return Optional.of(block(Arrays.copyOf(octets, end)));
        }
        int whole = afterLastFeed(octets, end);
        begun = Arrays.copyOfRange(octets, whole, end);
        if (begun.length > Encoding.LONGEST) {
            throw Encoding.tooLong();
        }
        return Optional.of(block(Arrays.copyOf(octets, whole)));
    }

    private Block block(byte[] octets) {
        Encoding known = encoding == null ? Encoding.of(octets) : encoding;
        encoding = known;
        int[] ends = ends(octets);
        Block block = new Block(octets, ends, number, known);
        number += ends.length;
        return block;
    }

    private static int afterLastFeed(byte[] octets, int end) {
        int after = end;
        while (after > 0 && octets[after - 1] != '\n') {
            after--;
        }
        return after;
    }

    /** The last line may have no end of its own. */
    private static int[] ends(byte[] octets) {
        int[] ends = new int[octets.length / 64 + 1];
        int count = 0;
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == '\n' || i == octets.length - 1) {
                if (count == ends.length) {
                    ends = Arrays.copyOf(ends, 2 * count);
                }
                ends[count] = octets[i] == '\n' ? i : i + 1;
                count++;
            }
        }
        return Arrays.copyOf(ends, count);
    }

    /** Whether the line read last was closed by a line end: a file that was cut mostly has none. */
    public boolean lastLineEnded() {
        return lastLineEnded;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
