package fr.sceau.mailets.trace;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.config.MailetsConfiguration;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The append-only trace of what happened to each message: {@code trace/AAAA-MM-JJ.jsonl}, one JSON object a line.
 *
 * <p>A line is handed to the operating system before {@link #write} returns, so it survives the death of the process.
 * The file is forced to the disk at most once a second: a power cut may lose the lines of the last moments, never a
 * message. All methods are safe for use by several threads.
 */
@Singleton
public final class Trace implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Trace.class);
    private static final Duration BETWEEN_FORCES = Duration.ofSeconds(1);

    private final Path folder;
    private final Clock clock;

    private @Nullable FileChannel channel;
    private LocalDate day = LocalDate.EPOCH;
    private Instant forced = Instant.EPOCH;

    @Inject
    public Trace(MailetsConfiguration configuration, Clock clock) {
        this(configuration.home().resolve("trace"), clock);
    }

    public Trace(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Adds one line. A trace that cannot be written is an alert in the log; it stops no mail. */
    public void write(TraceEntry entry) {
        try {
            append(entry);
        } catch (IOException e) {
            LOGGER.error("trace not written in {}", folder, e);
        }
    }

    private synchronized void append(TraceEntry entry) throws IOException {
        Instant now = clock.instant();
        FileChannel file = fileOf(LocalDate.ofInstant(now, clock.getZone()));
        ByteBuffer line = ByteBuffer.wrap((entry.toJson(now) + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            file.write(line);
        }
        if (Duration.between(forced, now).compareTo(BETWEEN_FORCES) >= 0) {
            file.force(false);
            forced = now;
        }
    }

    private FileChannel fileOf(LocalDate today) throws IOException {
        FileChannel current = channel;
        if (current != null && current.isOpen() && today.equals(day)) {
            return current;
        }
        if (current != null) {
            current.close();
        }
        Files.createDirectories(folder);
        FileChannel opened = FileChannel.open(
                folder.resolve(today + ".jsonl"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        channel = opened;
        day = today;
        return opened;
    }

    @Override
    public synchronized void close() {
        FileChannel current = channel;
        if (current == null || !current.isOpen()) {
            return;
        }
        try {
            current.force(false);
            current.close();
        } catch (IOException e) {
            throw MailetsException.away("trace not closed", e);
        }
    }
}
