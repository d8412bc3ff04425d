package fr.sceau.agent;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.agent.batch.BatchSummary;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final StringWriter out = new StringWriter();
    private final AtomicLong now = new AtomicLong();

    private Progress progress(boolean terminal) {
        return new Progress(new PrintWriter(out, true), terminal, now::get);
    }

    private static BatchSummary accepted(int accepted) {
        return new BatchSummary(100, accepted, 0, 0, 0);
    }

    @Test
    void terminal_shows_bar_rate_and_time_left_without_counting_earlier_runs() {
        Progress progress = progress(true);
        progress.started(100, 20);
        now.set(4 * SECOND);
        progress.progressed(accepted(40));
        assertThat(out.toString()).contains("100 messages dont 20 déjà réglés");
        assertThat(out.toString())
                .endsWith("\r\033[K[############..................] 40/100, 0 refusés, 5,0 messages/s, reste 12 s");
    }

    @Test
    void log_file_gets_a_plain_line_now_and_then() {
        Progress progress = progress(false);
        progress.started(100, 0);
        for (int i = 1; i <= 99; i++) {
            now.addAndGet(SECOND / 5);
            progress.progressed(accepted(i));
        }
        progress.progressed(accepted(100));
        assertThat(out.toString()).doesNotContain("\033");
        assertThat(out.toString().lines()).hasSize(5);
    }

    @Test
    void last_line_counts_what_matters() {
        progress(false).ended(new BatchSummary(10, 7, 2, 3, 5), Optional.of(Path.of("r.csv")));
        assertThat(out.toString())
                .contains("7 acceptés (3 chiffrés), 2 refusés, 1 en attente, 5 accusés")
                .contains("rapport : r.csv");
    }

    @Test
    void a_recipient_that_looks_wrong_has_a_line_of_its_own() {
        progress(false).warned("a@x.test", "Cette boîte semble fermée.");
        assertThat(out.toString().strip()).isEqualTo("à vérifier, a@x.test : Cette boîte semble fermée.");
    }
}
