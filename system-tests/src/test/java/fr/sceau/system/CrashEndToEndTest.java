package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.system.installation.Await;
import fr.sceau.system.installation.Child;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.AgentBatch;
import fr.sceau.system.mail.Inbox;
import fr.sceau.system.mail.TraceLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** 250 means kept: a batch goes on while the database is away. What happens under kills: faults/FaultMatrixEndToEndTest. */
@Timeout(900)
final class CrashEndToEndTest {
    private static final int LETTERS = 250;
    /** The one on its way when the database dies: kept without an answer, it is sent again and is another acceptance. */
    private static final int IN_DOUBT = 1;

    private static final Duration LONGEST_BATCH = Duration.ofMinutes(8);
    private static final Duration LONGEST_DELIVERY = Duration.ofMinutes(4);

    private final TestSceau sceau = TestSceau.shared();

    private final Inbox claire = Inbox.of(sceau, Cast.CLAIRE);

    @BeforeAll
    static void peers() {
        Peers.need();
    }

    @Test
    void nothing_bounces_and_all_arrives_when_the_database_is_away_for_ten_seconds(@TempDir Path work)
            throws IOException, InterruptedException {
        AgentBatch batch = batch(work);
        long before = submitted();
        long returnedBefore = TraceLines.count(sceau, "returned");
        Child agent = batch.start();
        awaitSubmitted(before + LETTERS / 3);
        sceau.crashPostgres();
        assertThat(SmtpDuringOutage.answers(sceau)).isNotEmpty().allMatch(code -> code >= 400 && code < 500);
        Thread.sleep(10_000);
        sceau.startPostgres();
        agent.finish(LONGEST_BATCH);
        report("PostgreSQL arrêté 10 s", accepted(batch));
        assertThat(TraceLines.count(sceau, "returned")).isEqualTo(returnedBefore);
    }

    private AgentBatch batch(Path work) throws IOException {
        AgentBatch batch = new AgentBatch(sceau, work);
        for (int i = 0; i < LETTERS; i++) {
            Files.writeString(batch.folder().resolve(i + ".txt"), "Résultat d'essai numéro " + i + "\n".repeat(200));
        }
        batch.toAll(Cast.CLAIRE);
        return batch;
    }

    private static List<String> accepted(AgentBatch batch) throws IOException {
        List<AgentBatch.Line> report = batch.report();
        assertThat(report).hasSize(LETTERS).allMatch(line -> line.state().equals("accepté"));
        return report.stream().map(AgentBatch.Line::messageId).toList();
    }

    /** Waits for every accepted letter, then counts copies. */
    private void report(String fault, List<String> accepted) {
        Await.until("delivery of all letters", LONGEST_DELIVERY, () -> missing(claire.copies(), accepted) == 0);
        Map<String, Integer> copies = claire.copies();
        int duplicates =
                accepted.stream().mapToInt(id -> copies.getOrDefault(id, 0) - 1).sum();
        System.out.printf(
                "%s pendant un lot de %d : %d acceptés, %d perdus, %d doublons%n",
                fault, LETTERS, accepted.size(), missing(copies, accepted), duplicates);
        assertThat(duplicates).isLessThanOrEqualTo(IN_DOUBT);
        accepted.stream().filter(id -> copies.getOrDefault(id, 0) > 1).forEach(this::acceptedTwice);
    }

    private void acceptedTwice(String messageId) {
        assertThat(claire.all(messageId))
                .extracting(CrashEndToEndTest::acceptance)
                .doesNotHaveDuplicates();
    }

    /** Which of our server's Received fields the copy has. RFC 5321 4.4 */
    private static String acceptance(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        Matcher id =
                Pattern.compile("(?i)received:.*?\\bid (\\S+)", Pattern.DOTALL).matcher(text);
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private static long missing(Map<String, Integer> copies, List<String> accepted) {
        return accepted.stream().filter(id -> !copies.containsKey(id)).count();
    }

    private void awaitSubmitted(long count) {
        Await.until(count + " letters submitted", LONGEST_BATCH, () -> submitted() >= count);
    }

    private long submitted() {
        try {
            return TraceLines.count(sceau, "submitted");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
