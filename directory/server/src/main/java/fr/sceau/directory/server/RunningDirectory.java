package fr.sceau.directory.server;

import com.unboundid.ldap.sdk.schema.Schema;
import fr.sceau.directory.server.entries.DirectorySchema;
import fr.sceau.directory.server.entries.Tree;
import fr.sceau.directory.server.ldap.LdapServer;
import fr.sceau.directory.server.registry.RefusedFileException;
import fr.sceau.directory.server.search.Snapshot;
import fr.sceau.directory.server.sources.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A directory that answers and follows its files. Only the watching thread reads files; the switch is one write. */
final class RunningDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningDirectory.class);

    private final Sources sources;
    private final Schema schema;
    private final LdapServer server;
    private volatile Snapshot snapshot;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "directory-watch");
        thread.setDaemon(true);
        return thread;
    });

    private RunningDirectory(Path directory, int port, Clock clock) throws IOException, RefusedFileException {
        this.sources = new Sources(directory);
        this.schema = DirectorySchema.load();
        sources.refresh();
        sources.requireOwnMailboxes();
        this.snapshot = new Snapshot(Tree.of(sources.content()), schema);
        this.server = LdapServer.start(port, () -> snapshot, schema, clock);
    }

    /**
     * Reads the files, listens, and follows the files from then on.
     *
     * @param directory the {@code directory/} folder of an installation
     * @param everyMillis how often the files are looked at
     */
    static RunningDirectory start(Path directory, int port, Clock clock, long everyMillis)
            throws IOException, RefusedFileException {
        RunningDirectory running = new RunningDirectory(directory, port, clock);
        LOG.info("{} entries", running.snapshot.size());
        running.watch.scheduleWithFixedDelay(running::look, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
        return running;
    }

    /** Nothing may end the watch: what is served stays, and the next look may succeed. */
    private void look() {
        try {
            if (sources.refresh()) {
                snapshot = new Snapshot(Tree.of(sources.content()), schema);
                LOG.info("{} entries", snapshot.size());
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("the files cannot be read, what is served stays", e);
        }
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        watch.shutdownNow();
        server.close();
    }
}
