package fr.sceau.store.content;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A message of any size that is never in memory, and how many octets were wanted of it at a time. */
public final class PseudoRandom implements OctetSource {
    private static final byte[] HEADER = "Subject: grand\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final long size;
    private int mostAtOnce;

    public PseudoRandom(long size) {
        this.size = size;
    }

    public int mostAtOnce() {
        return mostAtOnce;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() {
        Random random = new Random(size);
        return new InputStream() {
            private long position;

            @Override
            public int read() {
                if (position == size) {
                    return -1;
                }
                return position < HEADER.length ? HEADER[(int) position++] : next();
            }

            private int next() {
                position++;
                return random.nextInt(256);
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                mostAtOnce = Math.max(mostAtOnce, length);
                int some = (int) Math.min(length, size - position);
                for (int i = 0; i < some; i++) {
                    buffer[offset + i] = (byte) read();
                }
                return some == 0 && length > 0 ? -1 : some;
            }
        };
    }
}
