package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.BadSignatures;
import fr.sceau.system.mail.DemoKeys;
import fr.sceau.system.mail.Inbox;
import fr.sceau.system.mail.Letter;
import fr.sceau.system.mail.Outbox;
import fr.sceau.system.mail.Patient;
import fr.sceau.system.mail.Published;
import fr.sceau.system.mail.Scenario;
import fr.sceau.system.mail.Seals;
import fr.sceau.system.mail.TraceLines;
import fr.sceau.system.talk.SmtpReply;
import fr.sceau.system.talk.SmtpTalk;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What submission refuses: its own code and sentence for each cause, a line in the trace, nothing in any mailbox. */
final class SubmissionRefusalDialogueTest {
    private final TestSceau sceau = TestSceau.shared();
    private final Outbox outbox = new Outbox(sceau);
    private final Inbox claire = Inbox.of(sceau, Cast.CLAIRE);

    static List<Scenario> badSignatures() throws IOException {
        return new BadSignatures(TestSceau.shared().installation()).all();
    }

    @ParameterizedTest
    @MethodSource("badSignatures")
    void bad_signature_is_refused_under_its_own_code_and_goes_nowhere(Scenario scenario) throws IOException {
        SmtpReply reply = outbox.submit(Cast.LABORATORY, Cast.CLAIRE, scenario.message());
        assertThat(reply.toString()).startsWith(scenario.refusal()).matches("[ -~]+");
        assertRefusalTraced(code(scenario.refusal()));
        assertNotDelivered(scenario.letter().id());
    }

    @ParameterizedTest
    @MethodSource("badSignatures")
    void bad_signature_in_an_envelope_that_the_operator_opens_is_refused_alike(Scenario scenario) throws IOException {
        X509Certificate hers = new Published(sceau.installation()).encryption(Cast.CLAIRE);
        SmtpReply reply = outbox.submit(Cast.LABORATORY, Cast.CLAIRE, Seals.encrypted(scenario.message(), hers));
        assertThat(reply.toString()).startsWith(scenario.refusal());
        assertNotDelivered(scenario.letter().id());
    }

    @Test
    void author_who_is_not_the_login_is_refused() throws IOException {
        Letter letter = Letter.result(Cast.PAUL, Cast.CLAIRE);
        byte[] message = Seals.signed(letter.bytes(), new DemoKeys(sceau.installation()).laboratory());
        SmtpReply reply = outbox.submit(Cast.LABORATORY, Cast.CLAIRE, message);
        assertThat(reply.toString()).startsWith("550 5.7.1 [sender-not-yours]");
        assertRefusalTraced("sender-not-yours");
        assertNotDelivered(letter.id());
    }

    @Test
    void envelope_sender_who_is_not_the_login_is_refused() throws IOException {
        try (SmtpTalk smtp = outbox.as(Cast.LABORATORY)) {
            assertThat(smtp.command("MAIL FROM:<" + Cast.PAUL + ">").toString())
                    .startsWith("550 5.7.1 [sender-not-yours]");
        }
        assertRefusalTraced("sender-not-yours");
    }

    @Test
    void recipient_outside_the_trust_space_is_refused_even_a_patient() throws IOException {
        for (String recipient : List.of("ami@courrier.example", Patient.ADDRESS)) {
            SmtpReply reply = outbox.submit(Cast.LABORATORY, recipient, good(recipient));
            assertThat(reply.toString()).startsWith("550 5.7.1 [recipient-outside-trust-space]");
        }
        assertRefusalTraced("recipient-outside-trust-space");
    }

    @Test
    void recipient_without_certificate_is_refused_where_encryption_is_required() throws IOException {
        SmtpReply reply = outbox.submit(Cast.LABORATORY, Cast.HELENE, good(Cast.HELENE));
        assertThat(reply.toString()).startsWith("550 5.7.1 [recipient-without-certificate]");
        assertRefusalTraced("recipient-without-certificate");
    }

    @Test
    void declared_size_above_the_limit_is_refused_before_the_message() throws IOException {
        try (SmtpTalk smtp = outbox.as(Cast.LABORATORY)) {
            SmtpReply reply = smtp.command("MAIL FROM:<" + Cast.LABORATORY + "> SIZE=" + (limit() + 1));
            assertThat(reply.toString()).startsWith("552 5.3.4 [too-large]");
        }
        assertRefusalTraced("too-large");
    }

    @Test
    void oversized_message_is_refused_once_it_is_too_long() throws IOException {
        Letter letter = Letter.result(Cast.LABORATORY, Cast.CLAIRE);
        byte[] message = Arrays.copyOf(letter.bytes(), (int) limit() + 1000);
        Arrays.fill(message, letter.bytes().length, message.length, (byte) 'A');
        for (int i = letter.bytes().length; i < message.length - 1; i += 78) {
            message[i] = '\r';
            message[i + 1] = '\n';
        }
        SmtpReply reply = outbox.submit(Cast.LABORATORY, Cast.CLAIRE, message);
        assertThat(reply.toString()).startsWith("552 5.3.4 [too-large]");
        assertNotDelivered(letter.id());
    }

    @Test
    void second_submission_of_the_same_message_is_refused() throws IOException {
        byte[] message = good(Cast.CLAIRE);
        assertThat(outbox.submit(Cast.LABORATORY, Cast.CLAIRE, message).code()).isEqualTo(250);
        assertThat(outbox.submit(Cast.LABORATORY, Cast.CLAIRE, message).toString())
                .startsWith("550 5.5.0 [already-accepted]");
    }

    /** Once a later good letter is there, the refused one would be there too. */
    private void assertNotDelivered(String messageId) throws IOException {
        Letter control = Letter.result(Cast.LABORATORY, Cast.CLAIRE);
        byte[] message = Seals.signed(control.bytes(), new DemoKeys(sceau.installation()).laboratory());
        assertThat(outbox.submit(Cast.LABORATORY, Cast.CLAIRE, message).code()).isEqualTo(250);
        assertThat(Inbox.facts(sceau, claire.await(control.id())).verdictCode()).isEqualTo("trusted");
        assertThat(claire.count(messageId)).isZero();
    }

    private void assertRefusalTraced(String code) throws IOException {
        assertThat(TraceLines.count(sceau, "refused", code))
                .as("trace of %s", code)
                .isPositive();
    }

    private byte[] good(String recipient) throws IOException {
        Letter letter = Letter.result(Cast.LABORATORY, recipient);
        return Seals.signed(letter.bytes(), new DemoKeys(sceau.installation()).laboratory());
    }

    private long limit() {
        return Long.parseLong(sceau.installation().setting("message.max-bytes"));
    }

    private static String code(String refusal) {
        return refusal.replaceAll(".*\\[|]", "");
    }
}
