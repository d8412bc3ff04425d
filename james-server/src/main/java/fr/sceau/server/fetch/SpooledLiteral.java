package fr.sceau.server.fetch;

import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.james.imap.message.Literal;

/**
 * Many octets on their way to a client: in a file without a name, which goes when the connection has taken it. So neither
 * memory nor the thread that serves the connections waits for the database.
 */
final class SpooledLiteral implements Literal {
    private static final int STEP = 64 * 1024;

    private final FileInputStream file;
    private final long size;

    private SpooledLiteral(FileInputStream file, long size) {
        this.file = file;
        this.size = size;
    }

    static SpooledLiteral of(InputStream octets, long size) throws IOException {
        Path path = Files.createTempFile("sceau-fetch-", "");
        try {
            copy(octets, size, path);
            return new SpooledLiteral(new FileInputStream(path.toFile()), size);
        } finally {
            Files.delete(path);
        }
    }

    private static void copy(InputStream octets, long size, Path path) throws IOException {
        try (OutputStream out = Files.newOutputStream(path)) {
            byte[] buffer = new byte[STEP];
            long left = size;
            while (left > 0) {
                int some = octets.read(buffer, 0, (int) Math.min(left, STEP));
                if (some < 0) {
                    throw new EOFException("The content is shorter than its row says");
                }
                out.write(buffer, 0, some);
                left -= some;
            }
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream getInputStream() {
        return file;
    }
}
