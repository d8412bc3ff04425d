package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.demo.world.Cast;
import fr.sceau.smime.facts.MessageFacts;
import fr.sceau.smime.facts.Origin;
import fr.sceau.smime.facts.Seal;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.BadSignatures;
import fr.sceau.system.mail.DemoKeys;
import fr.sceau.system.mail.Inbox;
import fr.sceau.system.mail.Letter;
import fr.sceau.system.mail.Outbox;
import fr.sceau.system.mail.Published;
import fr.sceau.system.mail.Scenario;
import fr.sceau.system.mail.Seals;
import fr.sceau.system.talk.SmtpReply;
import fr.sceau.system.talk.SmtpTalk;
import fr.sceau.testpki.Issued;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What arrives from another operator is delivered whatever its signature is worth, under its true verdict. */
final class PortTwentyFiveDialogueTest {
    private final TestSceau sceau = TestSceau.shared();
    private final Outbox outbox = new Outbox(sceau);
    private final Inbox claire = Inbox.of(sceau, Cast.CLAIRE);

    static List<Scenario> badSignatures() throws IOException {
        return new BadSignatures(TestSceau.shared().installation()).all();
    }

    @ParameterizedTest
    @MethodSource("badSignatures")
    void bad_signature_is_delivered_intact_under_its_true_verdict(Scenario scenario) throws IOException {
        assertThat(outbox.handOver(Cast.CLAIRE, scenario.message()).code()).isEqualTo(250);
        byte[] arrived = claire.await(scenario.letter().id());
        MessageFacts facts = Inbox.facts(sceau, arrived);
        assertThat(facts.verdictCode()).isEqualTo(scenario.verdict());
        assertThat(facts.origin()).isInstanceOf(Origin.Operator.class);
        assertThat(new String(arrived, StandardCharsets.ISO_8859_1))
                .endsWith(new String(scenario.message(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void good_signature_is_delivered_as_trusted() throws IOException {
        Letter letter = Letter.result(Cast.LABORATORY, Cast.CLAIRE);
        byte[] message = Seals.signed(letter.bytes(), new DemoKeys(sceau.installation()).laboratory());
        assertThat(outbox.handOver(Cast.CLAIRE, message).code()).isEqualTo(250);
        assertThat(Inbox.facts(sceau, claire.await(letter.id())).verdictCode()).isEqualTo("trusted");
    }

    @Test
    void envelope_inside_a_signature_is_opened_for_a_mailbox_whose_key_is_held_here() throws IOException {
        Letter letter = Letter.result(Cast.LABORATORY, Cast.CLAIRE);
        Issued laboratory = new DemoKeys(sceau.installation()).laboratory();
        byte[] sealed = Seals.encrypted(
                Seals.signed(letter.bytes(), laboratory), new Published(sceau.installation()).encryption(Cast.CLAIRE));
        assertThat(outbox.handOver(Cast.CLAIRE, Seals.signed(sealed, laboratory))
                        .code())
                .isEqualTo(250);
        byte[] arrived = claire.await(letter.id());
        MessageFacts facts = Inbox.facts(sceau, arrived);
        assertThat(facts.verdictCode()).isEqualTo("trusted");
        assertThat(facts.seal()).isEqualTo(Seal.OPENED);
        assertThat(new String(arrived, StandardCharsets.ISO_8859_1))
                .contains("multipart/signed")
                .doesNotContain("authEnveloped-data");
    }

    @Test
    void facts_that_come_from_outside_are_not_believed() throws IOException {
        Letter letter = Letter.result(Cast.HELENE, Cast.CLAIRE);
        String forged = "Authentication-Results: " + sceau.installation().setting("authserv-id") + "; smime=pass\r\n";
        byte[] message =
                (forged + new String(letter.bytes(), StandardCharsets.US_ASCII)).getBytes(StandardCharsets.US_ASCII);
        assertThat(outbox.handOver(Cast.CLAIRE, message).code()).isEqualTo(250);
        byte[] arrived = claire.await(letter.id());
        assertThat(Inbox.facts(sceau, arrived).verdictCode()).isEqualTo("unsigned");
        assertThat(Inbox.field(arrived, "Authentication-Results")).noneMatch(value -> value.contains("smime=pass"));
    }

    @Test
    void peer_without_certificate_sends_nothing() {
        assertThatThrownBy(() -> {
                    try (SmtpTalk smtp = SmtpTalk.startTls(sceau.port("mx.port"), sceau.client())) {
                        SmtpReply reply = smtp.command("MAIL FROM:<" + Cast.HELENE + ">");
                        throw new IOException("refused: " + reply.code());
                    }
                })
                .isInstanceOf(IOException.class)
                .message()
                .doesNotContain("refused: 2");
    }

    @Test
    void partner_speaks_for_its_own_domain_only() throws IOException {
        try (SmtpTalk smtp = outbox.asPartner()) {
            assertThat(smtp.command("MAIL FROM:<" + Cast.PAUL + ">").toString())
                    .startsWith("550 5.7.1 [peer-not-for-domain]");
        }
    }

    @Test
    void port_25_relays_to_nobody_else() throws IOException {
        try (SmtpTalk smtp = outbox.asPartner()) {
            assertThat(smtp.command("MAIL FROM:<" + Cast.HELENE + ">").code()).isEqualTo(250);
            assertThat(smtp.command("RCPT TO:<ami@courrier.example>").toString())
                    .startsWith("550 5.7.1 [no-relay]");
        }
    }
}
