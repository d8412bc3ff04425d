package fr.sceau.directory.server;

import fr.sceau.directory.server.importing.Import;
import fr.sceau.directory.server.index.Country;
import fr.sceau.directory.server.index.Tally;
import fr.sceau.directory.server.registry.RefusedFileException;
import fr.sceau.directory.server.sources.QuarantineReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes new versions of the country of the files that are put into {@code directory/registry/}. Used by one thread at a time. */
final class Imports {
    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private static final long PAUSE_NANOS = 60_000_000_000L; // after a full disk, or while somebody else imports

    private static final int NAMED = 20;

    private final Country country;
    private final NationalFiles files;
    private final Path work;
    private final QuarantineReport report;
    private final Clock clock;
    private long failed = System.nanoTime() - PAUSE_NANOS;

    Imports(Country country, NationalFiles files, Path work, QuarantineReport report, Clock clock) {
        this.country = country;
        this.files = files;
        this.work = work;
        this.report = report;
        this.clock = clock;
    }

    /** Whether there is something to import. */
    boolean areDue() throws IOException {
        return System.nanoTime() - failed >= PAUSE_NANOS && files.areNews(files.state(), country.version());
    }

    /** Of no country there is nothing yet, whatever was taken once. */
    boolean isFirst() throws IOException {
        return country.version().number() == 0 && !files.state().isEmpty();
    }

    /** One import, or none when the files are refused; what is served stays until it is committed. */
    void run() {
        try {
            Map<String, String> state = files.state();
            takeOrRefuse();
            if (state.equals(files.state())) {
                files.judge(state);
            }
        } catch (IOException | RuntimeException e) {
            failed = System.nanoTime();
            LOG.error("no import now, tried again in a minute", e);
        }
    }

    private void takeOrRefuse() throws IOException {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        try {
            tell(new Import(country, files.folder(), work, new Quiet(), false).run(day));
        } catch (RefusedFileException e) {
            LOG.error("import refused, what is served stays: {}", e.getMessage());
        }
    }

    private void tell(Import.Report made) {
        Tally tally = made.tally();
        LOG.info(
                "version {}: {} entries new, {} changed, {} missing, {} back, {} removed, {} as before",
                made.version().number(),
                tally.added(),
                tally.changed(),
                tally.missing(),
                tally.back(),
                tally.removed(),
                tally.same());
        made.held().forEach(domain -> LOG.warn("all mailboxes of {} are missing: kept as they were", domain));
        tellPassedOn(made.passedOn());
        made.quarantine().forEach(report::lines);
    }

    /** By name, as many as somebody can look after by hand; a lost table of numbers passes on thousands. */
    private static void tellPassedOn(Set<String> names) {
        if (!names.isEmpty()) {
            LOG.warn(
                    "{} mailboxes belong to another person since; what was published for the one before is not his",
                    names.size());
        }
        names.stream().sorted().limit(NAMED).forEach(name -> LOG.warn("another person's since: {}", name));
    }

    private static final class Quiet implements Import.Steps {
        @Override
        public void begins(String what, long total) {
            LOG.info("import: {}", what);
        }

        @Override
        public void done(long done) {}
    }
}
