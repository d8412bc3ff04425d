package fr.sceau.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies with a bound. */
final class Streams {
    private Streams() {}

    /** Copies at most {@code most} octets and gives their number. */
    static long copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long copied = 0;
        while (copied < most) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, most - copied));
            if (read < 0) {
                break;
            }
            out.write(buffer, 0, read);
            copied += read;
        }
        return copied;
    }
}
