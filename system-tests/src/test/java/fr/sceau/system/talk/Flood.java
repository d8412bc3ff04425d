package fr.sceau.system.talk;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;

/** One IMAP client that does not log in and tries to have the server keep 200 MB. */
public final class Flood {
    private static final long ANNOUNCED = 200_000_000;
    private static final int BLOCK = 64 * 1024;

    private final int port;
    private final SSLContext context;

    public Flood(int port, SSLContext context) {
        this.port = port;
        this.context = context;
    }

    /** How it goes about it. */
    public enum Kind {
        /** {@code {n}}: waits for leave to send (RFC 3501 4.3). */
        LITERAL("a1 LOGIN {" + ANNOUNCED + "}\r\n"),
        /** {@code {n+}}: sends at once (RFC 7888). */
        LITERAL_PLUS("a1 LOGIN {" + ANNOUNCED + "+}\r\n"),
        /** A line that never ends. */
        ENDLESS_LINE("a1 LOGIN ");

        private final String opening;

        Kind(String opening) {
            this.opening = opening;
        }
    }

    /** Sends as much as the server takes; gives that number of bytes. */
    public long send(Kind kind) {
        try (Wire wire = Wire.tls(port, context)) {
            wire.line();
            wire.send(kind.opening);
            return kind == Kind.LITERAL && !invited(wire) ? 0 : pour(wire);
        } catch (IOException e) {
            throw new UncheckedIOException("the flood could not even begin", e);
        }
    }

    private static boolean invited(Wire wire) throws IOException {
        try {
            return wire.line().startsWith("+");
        } catch (EOFException e) {
            return false; // refused by hanging up
        }
    }

    private static long pour(Wire wire) {
        byte[] block = "A".repeat(BLOCK).getBytes(StandardCharsets.US_ASCII);
        long sent = 0;
        try {
            while (sent < ANNOUNCED) {
                wire.send(block);
                sent += block.length;
            }
        } catch (IOException e) {
            return sent; // the server hung up: what it should do
        }
        return sent;
    }
}
