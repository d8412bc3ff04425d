package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.demo.world.Logins.Login;
import fr.sceau.system.installation.Await;
import fr.sceau.system.installation.Child;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.Attachments;
import fr.sceau.system.mail.Inbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo doctor reads a result in Chromium and answers it; pictures stay under {@code system-tests/target}. */
final class BrowserEndToEndTest {
    private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(60);

    private final TestSceau sceau = TestSceau.shared();
    private final Login claire = sceau.logins().forMailbox(Cast.CLAIRE);

    @BeforeAll
    static void peers() {
        Peers.need("node", "chromium");
    }

    @Test
    void doctor_reads_a_result_and_her_answer_verifies_on_arrival(@TempDir Path work) throws IOException {
        sceau.seed();
        Inbox laboratory = Inbox.of(sceau, Cast.LABORATORY);
        int before = laboratory.size();
        String answer = "Bien reçu, merci. " + UUID.randomUUID();
        Child webmail = sceau.webmail();
        try {
            System.out.println("Chromium : " + walk(work, answer).strip());
        } finally {
            webmail.stop();
        }
        Await.until("arrival of the answer", LONGEST_DELIVERY, () -> laboratory.size() > before);
        byte[] arrived = laboratory.last(1).get(0);
        assertThat(Inbox.facts(sceau, arrived).verdictCode()).isEqualTo("trusted");
        assertThat(Inbox.field(arrived, "From")).singleElement().asString().contains(Cast.CLAIRE);
        assertThat(Attachments.text(arrived)).contains(answer);
    }

    private String walk(Path work, String answer) throws IOException {
        Path shots = Files.createDirectories(sceau.root().resolve("system-tests/target/screenshots"));
        return new Tool(work)
                .with("WEBMAIL_URL", "https://localhost:" + sceau.port("webmail.port") + "/")
                .with("WEBMAIL_LOGIN", claire.login())
                .with("WEBMAIL_PASSWORD", claire.password())
                .with("RESULT", "dossier 0142")
                .with("ANSWER", answer)
                .with("SHOTS", shots.toString())
                .run("node", sceau.root().resolve("webmail/ui/e2e/demo.mjs").toString());
    }
}
