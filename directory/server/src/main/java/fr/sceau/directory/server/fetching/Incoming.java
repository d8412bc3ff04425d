package fr.sceau.directory.server.fetching;

import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.LongConsumer;

/** A file on its way: under a name that no import takes until it is whole. */
final class Incoming {
    /** Unpacked, the largest extraction of 2026 has 0.8 GB. */
    private static final long LARGEST = 2L << 30;

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int PIECE = 1 << 16;

    private final Path part;

    Incoming(Path folder, String prefix) {
        this.part = folder.resolve(prefix + "part");
    }

    /** @param length what the server announced, less than zero when it did not */
    void receive(InputStream content, long length, LongConsumer progress) throws IOException, RefusedFileException {
        if (length > LARGEST) {
            throw new RefusedFileException("more than 2 GB announced");
        }
        long received = copy(content, progress);
        if (length >= 0 && received != length) {
            throw new RefusedFileException("cut: " + received + " octets of " + length);
        }
        if (received == 0) {
            throw new RefusedFileException("empty");
        }
    }

    private long copy(InputStream content, LongConsumer progress) throws IOException, RefusedFileException {
        long end = System.nanoTime() + LONGEST.toNanos();
        long received = 0;
        byte[] piece = new byte[PIECE];
        try (OutputStream out = Files.newOutputStream(part)) {
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                out.write(piece, 0, read);
                received += read;
                progress.accept(received);
                if (received > LARGEST || System.nanoTime() - end > 0) {
                    throw new RefusedFileException("more than 2 GB, or more than an hour");
                }
            }
        }
        return received;
    }

    /** {@code .zip} or {@code .txt}, by the first octets: announced types are wrong too often. */
    String kind() throws IOException, RefusedFileException {
        byte[] head;
        try (InputStream in = Files.newInputStream(part)) {
            head = in.readNBytes(2);
        }
        if (head.length == 2 && head[0] == 'P' && head[1] == 'K') {
            return ".zip";
        }
        if (head.length > 0 && (head[0] == '<' || head[0] == '{')) {
            throw new RefusedFileException("a page of the web instead of an extraction");
        }
        return ".txt";
    }

    /** From now on it counts. */
    void arriveAs(Path file) throws IOException {
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    void forget() throws IOException {
        Files.deleteIfExists(part);
    }
}
