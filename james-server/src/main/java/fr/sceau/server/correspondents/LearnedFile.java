package fr.sceau.server.correspondents;

import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.store.StoreException;
import fr.sceau.store.database.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the directory what became of our mail: {@code directory/learned/remises.tsv}, tab separated, {@code address success
 * failure code closed failing formats toolarge toolargeat}. A failure, or its end, is told at the next look; that a mailbox is still alive waits for
 * an hour, because the directory reads the whole file each time. For one thread.
 */
public final class LearnedFile {
    static final Duration SUCCESSES = Duration.ofHours(1);
    private static final Logger LOGGER = LoggerFactory.getLogger(LearnedFile.class);
    private static final String HEADER =
            "address\tsuccess\tfailure\tcode\tclosed\tfailing\tformats\ttoolarge\ttoolargeat";

    private final Path file;
    private final Sql sql;
    private final Clock clock;
    private Optional<List<Line>> written = Optional.empty();
    private Instant at = Instant.MIN;

    @Inject
    LearnedFile(MailetsConfiguration configuration, DataSource database, Clock clock) {
        this(configuration.home(), database, clock);
    }

    LearnedFile(Path home, DataSource database, Clock clock) {
        this.file = home.resolve("directory").resolve("learned").resolve("remises.tsv");
        this.sql = new Sql(database);
        this.clock = clock;
    }

    /** @param text without the time of the last success */
    private record Line(String address, Optional<Instant> success, String text) {
        static Line of(ResultSet row) throws SQLException {
            String text = String.join(
                    "\t",
                    time(row, 3).map(Instant::toString).orElse(""),
                    row.getString(4),
                    Integer.toString(row.getInt(5)),
                    Integer.toString(row.getInt(6)),
                    row.getString(7),
                    Optional.ofNullable(row.getString(8)).orElse(""),
                    row.getString(8) == null
                            ? ""
                            : time(row, 9).map(Instant::toString).orElse(""));
            return new Line(row.getString(1), time(row, 2), text);
        }

        private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
            return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
        }

        boolean saysAs(Line other) {
            return address.equals(other.address)
                    && success.isPresent() == other.success.isPresent()
                    && text.equals(other.text);
        }

        String whole() {
            return String.join("\t", address, success.map(Instant::toString).orElse(""), text);
        }
    }

    /** Writes the file when there is something to tell. */
    void look() {
        try {
            List<Line> now = sql.query("""
                    SELECT address, last_success, last_failure, code, closed_days, failing_days, array_to_string(formats, ','),
                        too_large, too_large_at
                    FROM correspondent ORDER BY address
                    """, Line::of);
            boolean told = written.filter(before -> isOldNews(before, now)).isPresent();
            if (!told && !(now.isEmpty() && written.isEmpty())) {
                write(now);
            }
        } catch (StoreException | IOException e) {
            LOGGER.warn("the directory is not told what became of our mail, again in a minute: {}", e.getMessage());
        }
    }

    private boolean isOldNews(List<Line> before, List<Line> now) {
        boolean recent = clock.instant().isBefore(at.plus(SUCCESSES));
        if (before.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            boolean same =
                    recent ? now.get(i).saysAs(before.get(i)) : now.get(i).equals(before.get(i));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private void write(List<Line> now) throws IOException {
        List<String> lines = new ArrayList<>(now.size() + 1);
        lines.add(HEADER);
        now.forEach(line -> lines.add(line.whole()));
        Files.createDirectories(file.getParent());
        Path next = Files.write(file.resolveSibling("remises.tsv.new"), lines);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        written = Optional.of(now);
        at = clock.instant();
    }
}
