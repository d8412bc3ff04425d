package fr.sceau.system.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.sceau.demo.world.Cast;
import fr.sceau.system.installation.TestSceau;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Ten minutes, or as many seconds as {@code sceau.model.long} says, beside the other tests, on an installation of its own that
 * steps back for them. {@code ./sceau prove imap} runs for an hour.
 */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(1100)
final class ImapModelEndToEndTest {
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("sceau.model.long", 600));

    @BeforeAll
    static void peers() {
        assumeTrue("1".equals(System.getenv("SCEAU_PEERS")), "essais longs non demandés (SCEAU_PEERS=1)");
    }

    @Test
    void four_clients_at_random_bring_no_contradiction() throws IOException {
        long seed = Long.getLong("sceau.model.seed", System.currentTimeMillis() % 1_000_000);
        TestSceau own = TestSceau.apart("logs-model", (folder, environment) -> {});
        try {
            own.stepBack();
            Model.Report report = new Model(own, Cast.CLAIRE, Plan.of(seed, LENGTH)).run((share, state) -> {});
            System.out.println("Modèle IMAP, " + LENGTH.toSeconds() + " s, " + report);
            assertThat(report.rounds()).isPositive();
        } finally {
            own.stop();
        }
    }
}
