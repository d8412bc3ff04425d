package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.registry.LineReader;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Reads files from their first line to their last, and puts each line where its like are. */
final class Readings {
    private final Buckets buckets;
    private final LongConsumer done;
    private long octets;

    /** @param done hears how many characters have been read of all files */
    Readings(Buckets buckets, LongConsumer done) {
        this.buckets = buckets;
        this.done = done;
    }

    /** @param tag tells the lines of this part from those of others in a bucket */
    void read(Part<?, ?> part, int tag) throws IOException, RefusedFileException {
        try (InputStream stream = part.file().open();
                LineReader lines = new LineReader(stream)) {
            part.header(lines.next().orElseThrow(() -> refused(part, "the file is empty")));
            long number = 1;
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                number++;
                if (!line.get().isBlank()) {
                    buckets.add(part.key(line.get()), tag + "|" + number + "|" + line.get());
                }
                octets += line.get().length();
                done.accept(octets);
            }
            if (!lines.lastLineEnded()) {
                throw refused(part, "the last line is not ended: the file was cut");
            }
        }
    }

    static RefusedFileException refused(Part<?, ?> part, String reason) {
        return new RefusedFileException(part.file().name() + ": " + reason);
    }
}
