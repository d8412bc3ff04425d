package fr.sceau.agent.ledger;

import fr.sceau.agent.AgentException;
import fr.sceau.agent.ExitCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder {@code .sceau-batch}: its lock, its random number, its places. */
final class LedgerFolder implements AutoCloseable {
    static final String NAME = ".sceau-batch";

    private final Path folder;
    private final FileChannel lock;
    private final String ledgerId;

    private LedgerFolder(Path folder, FileChannel lock, String ledgerId) {
        this.folder = folder;
        this.lock = lock;
        this.ledgerId = ledgerId;
    }

    static LedgerFolder open(Path batch) throws IOException, AgentException {
        Path folder = batch.resolve(NAME);
        Files.createDirectories(folder.resolve("sealed"));
        Files.createDirectories(folder.resolve("work"));
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new AgentException(ExitCode.USAGE, "un envoi de ce dossier est déjà en cours");
        }
        clear(folder.resolve("work"));
        return new LedgerFolder(folder, channel, ledgerId(folder));
    }

    String ledgerId() {
        return ledgerId;
    }

    Path journal() {
        return folder.resolve("journal");
    }

    Path sealed(String id) {
        return folder.resolve("sealed").resolve(id + ".eml");
    }

    Path work(String name) {
        return folder.resolve("work").resolve(name);
    }

    /** Released by the system when the process dies, however it dies. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by another batch of this very process
        }
    }

    private static String ledgerId(Path folder) throws IOException {
        Path file = folder.resolve("ledger-id");
        if (!Files.exists(file)) {
            Path fresh = folder.resolve("work").resolve("ledger-id");
            Files.writeString(fresh, UUID.randomUUID().toString());
            DurableFiles.publish(fresh, file);
        }
        return Files.readString(file).strip();
    }

    private static void clear(Path work) throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
