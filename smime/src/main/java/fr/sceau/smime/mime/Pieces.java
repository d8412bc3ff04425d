package fr.sceau.smime.mime;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Content passes by in pieces: large enough for digests and ciphers to be fast, and so small that for a message of some
 * kilobytes their memory is not a large part of the work. What is copied in pieces of this size goes past the buffers here.
 */
public final class Pieces {
    /** That of {@link InputStream#transferTo} too. */
    public static final int OCTETS = 1 << 13;

    private Pieces() {}

    public static InputStream from(InputStream in) {
        return new BufferedInputStream(in, OCTETS);
    }

    public static OutputStream into(OutputStream out) {
        return new BufferedOutputStream(out, OCTETS);
    }
}
