package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.system.installation.Await;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.DemoKeys;
import fr.sceau.system.mail.Inbox;
import fr.sceau.system.mail.Letter;
import fr.sceau.system.mail.Outbox;
import fr.sceau.system.mail.Seals;
import fr.sceau.system.talk.SmtpReply;
import fr.sceau.system.talk.SmtpTalk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A signed message cut at every tenth byte: refused by submission, delivered and never believed on port 25. */
final class TruncatedMessageDialogueTest {
    private static final int STEP = 10;
    private static final Duration LONGEST = Duration.ofSeconds(180);

    private final TestSceau sceau = TestSceau.shared();
    private final Outbox outbox = new Outbox(sceau);

    @Test
    void submission_refuses_every_cut() throws IOException {
        List<String> accepted = new ArrayList<>();
        try (SmtpTalk smtp = outbox.as(Cast.LABORATORY)) {
            for (byte[] cut : cuts()) {
                SmtpReply reply = smtp.send(Cast.LABORATORY, List.of(Cast.CARDIOLOGY), cut);
                if (!reply.toString().matches("550 5\\.[67]\\.[0-9] \\[[a-z.-]+] [ -~]+")) {
                    accepted.add(cut.length + " bytes: " + reply);
                }
            }
        }
        assertThat(accepted).isEmpty();
    }

    @Test
    void port_25_delivers_every_cut_and_believes_none() throws IOException {
        List<byte[]> cuts = cuts();
        Inbox cardiology = Inbox.of(sceau, Cast.CARDIOLOGY);
        int before = cardiology.size();
        try (SmtpTalk smtp = outbox.asPartner()) {
            for (byte[] cut : cuts) {
                SmtpReply reply = smtp.send(Cast.HELENE, List.of(Cast.CARDIOLOGY), cut);
                assertThat(reply.code()).as("%d bytes: %s", cut.length, reply).isEqualTo(250);
            }
        }
        Await.until("delivery of all cuts", LONGEST, () -> cardiology.size() >= before + cuts.size());
        for (byte[] message : cardiology.last(cuts.size())) {
            assertThat(Inbox.facts(sceau, message).verdictCode()).isNotIn("trusted", "pending");
        }
    }

    /** Up to the end of the last boundary; what is cut after it loses nothing. */
    private List<byte[]> cuts() throws IOException {
        Letter letter = Letter.result(Cast.LABORATORY, Cast.CARDIOLOGY);
        byte[] message = Seals.signed(letter.bytes(), new DemoKeys(sceau.installation()).laboratory());
        int end = new String(message, StandardCharsets.ISO_8859_1).lastIndexOf("--");
        List<byte[]> cuts = new ArrayList<>();
        for (int length = STEP; length < end; length += STEP) {
            cuts.add(Arrays.copyOf(message, length));
        }
        return cuts;
    }
}
