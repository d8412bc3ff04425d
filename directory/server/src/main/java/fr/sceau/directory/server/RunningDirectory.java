package fr.sceau.directory.server;

import com.unboundid.ldap.sdk.schema.Schema;
import fr.sceau.directory.server.certificates.BindingFolder;
import fr.sceau.directory.server.entries.DirectorySchema;
import fr.sceau.directory.server.fetching.Fetches;
import fr.sceau.directory.server.index.Country;
import fr.sceau.directory.server.ldap.Entrance;
import fr.sceau.directory.server.ldap.LdapServer;
import fr.sceau.directory.server.ldap.Limits;
import fr.sceau.directory.server.publishing.Publications;
import fr.sceau.directory.server.registry.RefusedFileException;
import fr.sceau.directory.server.served.Present;
import fr.sceau.directory.server.served.Served;
import fr.sceau.directory.server.sources.QuarantineReport;
import fr.sceau.directory.server.sources.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A directory that answers and follows its files and its index. Only the watching thread looks; the switch is one write. */
final class RunningDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningDirectory.class);

    private static final long STOPPING_SECONDS = 3;

    private final Schema schema = DirectorySchema.load();
    private final Clock clock;
    private final Sources own;
    private final Country country;
    private final Imports imports;
    private final Background importing = new Background("directory-import");
    private final Arrivals arrivals;
    private final Departures departures;
    private final StaleAlarm alarm;
    private final CertificateNews certificates;
    private final Present present;
    private final LdapServer server;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "directory-watch");
        thread.setDaemon(true);
        return thread;
    });

    private RunningDirectory(Path directory, List<Entrance> entrances, Clock clock, Limits limits)
            throws IOException, RefusedFileException {
        this.arrivals = new Arrivals(Fetches.of(directory.resolveSibling(""), (what, total) -> done -> {}, clock));
        this.departures = new Departures(Publications.of(directory.resolveSibling(""), clock));
        this.alarm = new StaleAlarm(clock);
        QuarantineReport report = new QuarantineReport(directory.resolve("quarantine"));
        this.own = new Sources(directory, report);
        this.certificates = new CertificateNews(new BindingFolder(directory), report, clock);
        this.clock = clock;
        own.refresh(clock.instant());
        own.requireOwnMailboxes();
        this.country = Country.open(directory.resolve("index"), schema);
        NationalFiles files = new NationalFiles(directory.resolve("registry"), directory.resolve("index.files"));
        this.imports = new Imports(country, files, directory.resolve("index.import"), report, clock);
        if (imports.isFirst()) {
            imports.run();
            country.refresh();
        }
        this.present = new Present(now());
        this.server = LdapServer.start(entrances, present, schema, clock, limits);
    }

    /**
     * Reads the operator's files, makes the first version of the country when there is none yet, listens, and follows the files
     * and the index from then on.
     *
     * @param directory the {@code directory/} folder of an installation
     * @param everyMillis how often the files are looked at
     */
    static RunningDirectory start(
            Path directory, List<Entrance> entrances, Clock clock, long everyMillis, Limits limits)
            throws IOException, RefusedFileException {
        RunningDirectory running = new RunningDirectory(directory, entrances, clock, limits);
        running.watch.execute(running::prepare);
        running.watch.scheduleWithFixedDelay(running::look, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
        return running;
    }

    /** While it listens already: who looks for a whole address need not wait for it. */
    private void prepare() {
        try {
            country.prepare();
        } catch (RuntimeException e) {
            LOG.error("the words of the index cannot be read now", e);
        }
    }

    private Served now() {
        Served served = new Served(country.reading(), own.content(), schema);
        LOG.info("{} entries", served.size());
        certificates.tell(served.decisions());
        return served;
    }

    /** Nothing may end the watch: what is served stays, and the next look may succeed. */
    private void look() {
        try {
            arrivals.look();
            departures.look();
            alarm.look(country.version());
            if (importing.isIdle() && imports.areDue()) {
                importing.begin(imports::run);
            }
            boolean changed = own.refresh(clock.instant());
            changed |= country.refresh(); // by an import of ours or of another process
            if (changed) {
                present.set(now());
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("the files cannot be read, what is served stays", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** In the order of the entrances. */
    List<Integer> ports() {
        return server.ports();
    }

    /** Whether nobody has to wait for the words of the index any more. */
    boolean isPrepared() {
        return country.isPrepared();
    }

    @Override
    public void close() {
        server.close();
        stopWatching();
        arrivals.close();
        departures.close();
        importing.close();
        present.close();
        country.close();
    }

    private void stopWatching() {
        watch.shutdown();
        try {
            if (!watch.awaitTermination(STOPPING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("stopped while files are looked at");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
