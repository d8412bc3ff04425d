package fr.sceau.store.message;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read through it: octets, and lines by their CR. */
final class CountedStream extends FilterInputStream {
    private static final int STEP = 16 * 1024;

    private long octets;
    private long lines;

    CountedStream(InputStream in) {
        super(in);
    }

    long octets() {
        return octets;
    }

    long lines() {
        return lines;
    }

    void drain() throws IOException {
        byte[] buffer = new byte[STEP];
        while (read(buffer, 0, buffer.length) >= 0) {
            // counted on the way
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int some = super.read(buffer, offset, length);
        if (some > 0) {
            octets += some;
            for (int i = offset; i < offset + some; i++) {
                lines += buffer[i] == '\r' ? 1 : 0;
            }
        }
        return some;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
