package fr.sceau.system.model;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.system.installation.TestSceau;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Short; the long one is {@link ImapModelEndToEndTest}. {@code -Dsceau.model.seed=N} repeats a run. */
final class ImapModelDialogueTest {
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("sceau.model.seconds", 8));

    @Test
    void four_clients_at_random_see_what_a_mailbox_must_be() throws IOException {
        long seed = Long.getLong("sceau.model.seed", System.currentTimeMillis() % 1_000_000);
        Model.Report report =
                new Model(TestSceau.shared(), Cast.CLAIRE, Plan.of(seed, LENGTH)).run((share, state) -> {});
        System.out.println("Modèle IMAP, " + LENGTH.toSeconds() + " s, " + report);
        assertThat(report.rounds()).isPositive();
    }
}
