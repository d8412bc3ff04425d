package fr.sceau.documents;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Stops reading after so many bytes or so long; counts what it gave. Never closes what it reads from. */
final class BoundedInput extends FilterInputStream {
    private final long maxBytes;
    private final String flag;
    private final long deadline;
    private long count;

    BoundedInput(InputStream in, long maxBytes, String flag, Duration budget) {
        super(in);
        this.maxBytes = maxBytes;
        this.flag = flag;
        this.deadline = System.nanoTime() + budget.toNanos();
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            counted(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            counted(read);
        }
        return read;
    }

    private void counted(int bytes) throws LimitReached {
        count += bytes;
        if (count > maxBytes) {
            throw new LimitReached(flag);
        }
        if (System.nanoTime() - deadline > 0) {
            throw new LimitReached(Flags.TOO_LARGE);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // the caller's stream goes on with the next part
    }
}
