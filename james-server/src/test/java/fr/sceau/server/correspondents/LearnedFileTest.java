package fr.sceau.server.correspondents;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.mailets.outcome.Failure;
import fr.sceau.mailets.outcome.Failure.Blame;
import fr.sceau.server.accounts.JdbcSubmissionLedger;
import fr.sceau.store.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what other operators answer to what the directory reads. */
final class LearnedFileTest {
    private static final String BOX = "docteur@partenaire.mssante.test";
    private static final Failure CLOSED = new Failure("5.1.1", Blame.CLOSED);
    private static final Failure FULL = new Failure("5.2.2", Blame.FAILING);
    private static final Failure TOO_LARGE = Failure.of("552 5.3.4 too large");

    @TempDir
    Path home = Path.of("");

    private final DataSource database = TestPostgres.fresh();
    private Instant now = Instant.parse("2026-11-02T08:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final JdbcDeliveryMemory memory = new JdbcDeliveryMemory(database, clock);

    private String line() throws IOException {
        return String.join("\n", lines());
    }

    /** As a server that has just started: it tells what there is. */
    private List<String> lines() throws IOException {
        new LearnedFile(home, database, clock).look();
        return read();
    }

    private List<String> read() throws IOException {
        List<String> lines = Files.readAllLines(home.resolve("directory/learned/remises.tsv"));
        assertThat(lines.get(0))
                .isEqualTo("address\tsuccess\tfailure\tcode\tclosed\tfailing\tformats\ttoolarge\ttoolargeat");
        return lines.subList(1, lines.size());
    }

    private void days(int days) {
        now = now.plus(Duration.ofDays(days));
    }

    @Test
    void a_refusal_is_a_line_and_counts_once_a_day() throws Exception {
        memory.refused(BOX, CLOSED, 0);
        assertThat(line()).isEqualTo(BOX + "\t\t2026-11-02T08:00:00Z\t5.1.1\t1\t0\t\t\t");
        memory.refused(BOX, CLOSED, 0);
        assertThat(line()).contains("\t1\t0\t");
        days(1);
        memory.refused(BOX, CLOSED, 0);
        memory.refused(BOX, FULL, 0);
        assertThat(line()).isEqualTo(BOX + "\t\t2026-11-03T08:00:00Z\t5.2.2\t2\t1\t\t\t");
    }

    @Test
    void a_success_starts_the_count_again() throws Exception {
        memory.refused(BOX, CLOSED, 0);
        days(1);
        memory.tookOver(List.of(BOX, "autre@partenaire.mssante.test", BOX), 0);
        assertThat(lines())
                .containsExactly(
                        "autre@partenaire.mssante.test\t2026-11-03T08:00:00Z\t\t\t0\t0\t\t\t",
                        BOX + "\t2026-11-03T08:00:00Z\t2026-11-02T08:00:00Z\t5.1.1\t0\t0\t\t\t");
    }

    @Test
    void a_250_that_a_notice_takes_back_each_time_is_no_success() throws Exception {
        for (int day = 0; day < 3; day++) {
            memory.tookOver(List.of(BOX), 0);
            memory.cameBack(BOX, CLOSED, 0);
            days(1);
        }
        assertThat(line()).isEqualTo(BOX + "\t2026-11-02T08:00:00Z\t2026-11-04T08:00:00Z\t5.1.1\t3\t0\t\t\t");
        memory.tookOver(List.of(BOX), 0);
        days(4);
        memory.tookOver(List.of(BOX), 0);
        assertThat(line()).isEqualTo(BOX + "\t2026-11-09T08:00:00Z\t2026-11-04T08:00:00Z\t5.1.1\t0\t0\t\t\t");
    }

    @Test
    void a_receipt_is_a_success_and_tells_what_is_taken_in() throws Exception {
        memory.cameBack(BOX, CLOSED, 0);
        memory.arrived(BOX, Set.of("XDM"), 0);
        memory.arrived(BOX, Set.of(), 0);
        assertThat(line()).isEqualTo(BOX + "\t2026-11-02T08:00:00Z\t2026-11-02T08:00:00Z\t5.1.1\t0\t0\tXDM\t\t");
    }

    @Test
    void nothing_is_kept_of_patients_nor_of_failures_of_the_message() {
        memory.refused("1234567890123@patient.mssante.fr", CLOSED, 0);
        memory.tookOver(List.of("1234567890123@patient.mssante.fr"), 0);
        memory.refused(BOX, new Failure("5.3.4", Blame.MESSAGE), 0);
        new LearnedFile(home, database, clock).look();
        assertThat(home.resolve("directory")).doesNotExist();
    }

    @Test
    void the_smallest_message_that_was_too_large_is_told_until_one_as_large_passes() throws Exception {
        memory.refused(BOX, TOO_LARGE, 9_000);
        days(1);
        memory.cameBack(BOX, Failure.of("5.2.3"), 8_000);
        days(1);
        memory.tookOver(List.of(BOX), 7_999);
        memory.refused(BOX, TOO_LARGE, 10_000);
        assertThat(line()).isEqualTo(BOX + "\t2026-11-04T08:00:00Z\t\t\t0\t0\t\t8000\t2026-11-04T08:00:00Z");
        memory.tookOver(List.of(BOX), 8_000);
        assertThat(line()).isEqualTo(BOX + "\t2026-11-04T08:00:00Z\t\t\t0\t0\t\t\t");
        memory.refused(BOX, TOO_LARGE, 9_000);
        memory.refused(BOX, TOO_LARGE, 0);
        memory.arrived(BOX, Set.of(), 8_999);
        assertThat(line()).contains("\t9000\t");
        memory.arrived(BOX, Set.of(), 9_000);
        assertThat(line()).doesNotContain("9000");
    }

    @Test
    void a_failure_is_told_at_once_and_another_success_after_an_hour() throws Exception {
        LearnedFile file = new LearnedFile(home, database, clock);
        memory.tookOver(List.of(BOX), 0);
        file.look();
        now = now.plus(Duration.ofMinutes(61));
        file.look();
        Path written = home.resolve("directory/learned/remises.tsv");
        Files.setLastModifiedTime(written, FileTime.fromMillis(0));
        memory.tookOver(List.of(BOX), 0);
        now = now.plus(Duration.ofMinutes(1));
        file.look();
        assertThat(read()).containsExactly(BOX + "\t2026-11-02T09:01:00Z\t\t\t0\t0\t\t\t");
        memory.refused(BOX, FULL, 0);
        file.look();
        assertThat(read()).singleElement().asString().contains("\t5.2.2\t0\t1\t");
    }

    @Test
    void a_message_is_known_by_its_mailbox_or_a_delegate_of_it() {
        JdbcSubmissionLedger ledger = new JdbcSubmissionLedger(database);
        ledger.record("claire@x.test", "<1@x.test>", "00", 1_234);
        assertThat(memory.submitted("claire@x.test", "<1@x.test>")).hasValue(1_234);
        assertThat(memory.submitted("paul@x.test", "<1@x.test>")).isEmpty();
        assertThat(memory.submitted("claire@x.test", "<2@x.test>")).isEmpty();
    }
}
