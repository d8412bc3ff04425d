package fr.sceau.mailets.submission;

import static fr.sceau.mailets.support.World.CLAIRE;
import static fr.sceau.mailets.support.World.LAB;
import static fr.sceau.mailets.support.World.LAB_KEY;
import static fr.sceau.mailets.support.World.LAB_WORKPLACE;
import static fr.sceau.mailets.support.World.PKI;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.mailets.load.LargeMailGate;
import fr.sceau.mailets.mx.PeerOrigin;
import fr.sceau.mailets.pipeline.VerifyForTest;
import fr.sceau.mailets.support.Dialogue;
import fr.sceau.mailets.support.FakeSession;
import fr.sceau.mailets.support.Mails;
import fr.sceau.mailets.support.World;
import fr.sceau.testpki.Issued;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What policy {@code any} refuses is refused at submission, and delivered with the same verdict from port 25. */
final class SubmissionRefusalsTest {
    private static final Issued REVOKED =
            PKI.organisation(LAB_WORKPLACE, "RESULTATS").signature();

    static {
        PKI.revoke(REVOKED.certificate(), Instant.now().minus(Duration.ofHours(1)));
    }

    @TempDir
    Path home = Path.of("");

    private World world;
    private Dialogue submission;
    private Dialogue mx;

    @BeforeEach
    void start() throws Exception {
        world = new World(home);
        SubmissionContent content =
                new SubmissionContent(world.judge(world.policies("")), world.refuser, new LargeMailGate());
        submission = new Dialogue(world, content);
        mx = new Dialogue(world, new PeerOrigin(world.operators, world.refuser));
    }

    static Stream<Arguments> bad() throws Exception {
        byte[] clear = Mails.clear(LAB, CLAIRE);
        Instant now = Instant.now();
        var lab = PKI.organisation(LAB_WORKPLACE, "RESULTATS");
        return Stream.of(
                Arguments.of("unsigned", clear),
                Arguments.of("invalid.digest-mismatch", Mails.tampered(Mails.signed(clear, LAB_KEY))),
                Arguments.of(
                        "untrusted.expired",
                        Mails.signed(
                                clear,
                                lab.validBetween(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)))
                                        .signature())),
                Arguments.of(
                        "untrusted.not-yet-valid",
                        Mails.signed(
                                clear,
                                lab.validBetween(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(9)))
                                        .signature())),
                Arguments.of("untrusted.revoked", Mails.signed(clear, REVOKED)),
                Arguments.of(
                        "untrusted.no-trusted-path",
                        Mails.signed(
                                clear,
                                PKI.rogue()
                                        .organisation(LAB_WORKPLACE, "RESULTATS")
                                        .signature())),
                Arguments.of("untrusted.sender-mismatch", Mails.signed(clear, World.CHU_KEY)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void bad_signature_is_refused_at_submission_with_its_own_code_and_traced(String code, byte[] message)
            throws Exception {
        String answer = submission.data(labSession(), message);

        assertThat(answer).startsWith("550 5.7.1 [" + code + "] ").matches("[ -~]{40,}");
        assertThat(submission.queued()).isZero();
        assertThat(world.traceLines()).singleElement().satisfies(line -> assertThat(line)
                .contains("\"event\":\"refused\"", "\"code\":\"" + code + "\"", "\"login\":\"" + LAB + "\"")
                .doesNotContain("DUPONT", "Glycemie"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void same_message_from_port_25_is_kept_and_gets_its_true_verdict(String code, byte[] message) throws Exception {
        String answer = mx.data(peerSession(), message);

        assertThat(answer).startsWith("250 2.6.0 ");
        Mail mail = mx.mail();
        assertThat(VerifyForTest.verdict(world, mail)).isEqualTo(code);
        assertThat(Mails.text(Mails.bytes(mail))).isEqualTo(Mails.text(message));
    }

    @Test
    void signed_message_is_kept_with_its_verdict_and_enters_the_ledger() throws Exception {
        assertThat(submission.data(labSession(), Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY)))
                .startsWith("250 ");
        assertThat(VerifyForTest.verdict(world, submission.mail())).isEqualTo("trusted");
        assertThat(world.ledger.size()).isOne();
        assertThat(world.traceLines().get(0)).contains("\"event\":\"submitted\"", "\"verdict\":\"trusted\"");
    }

    @Test
    void message_cut_at_every_tenth_byte_is_refused() throws Exception {
        byte[] whole = Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY);
        for (int length = 10; length < whole.length - 4; length += 10) {
            String answer = submission.data(labSession(), Arrays.copyOf(whole, length));
            assertThat(answer).as("first %d of %d bytes", length, whole.length).startsWith("550 5.");
        }
        assertThat(submission.queued()).isZero();
    }

    @Test
    void sealed_message_cut_at_every_tenth_byte_is_refused_when_the_operator_holds_the_key() throws Exception {
        byte[] whole = Mails.sealed(Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY), World.CLAIRE_OPENS);
        for (int length = 10; length < whole.length - 4; length += 10) {
            String answer = submission.data(labSession(), Arrays.copyOf(whole, length));
            assertThat(answer).as("first %d of %d bytes", length, whole.length).startsWith("550 5.");
        }
        assertThat(submission.queued()).isZero();
    }

    @Test
    void tampering_inside_an_envelope_that_the_operator_can_open_is_refused_as_any_damage() throws Exception {
        byte[] inside = Mails.tampered(Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY));

        assertThat(submission.data(labSession(), Mails.sealed(inside, World.CLAIRE_OPENS)))
                .startsWith("550 5.6.0 [encryption-damaged] ");
    }

    @Test
    void same_bytes_are_accepted_once_even_under_a_new_connection() throws Exception {
        byte[] message = Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY);
        submission.data(labSession(), message);

        assertThat(submission.data(labSession(), message)).startsWith("550 5.5.0 [already-accepted] ");
        assertThat(submission.queued()).isOne();
    }

    @Test
    void same_bytes_for_a_recipient_who_was_put_off_before_are_accepted() throws Exception {
        byte[] message = Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY);
        submission.data(labSession(), message);

        FakeSession later = FakeSession.loggedIn(LAB).envelope(LAB, List.of(World.PAUL));
        assertThat(submission.data(later, message)).startsWith("250 ");
        assertThat(submission.queued()).isEqualTo(2);
    }

    @Test
    void header_without_end_is_refused_on_port_25_rather_than_kept_and_never_delivered() throws Exception {
        byte[] endless = ("X-A: " + "x".repeat(900) + "\r\n").repeat(1_300).getBytes(StandardCharsets.US_ASCII);
        PeerOrigin hook = new PeerOrigin(world.operators, world.refuser);

        assertThat(hook.onMessage(peerSession(), Mails.mail(endless, World.PARTNER, CLAIRE))
                        .getSmtpDescription())
                .startsWith("5.6.0 [malformed] ");
    }

    private static FakeSession labSession() throws Exception {
        return FakeSession.loggedIn(LAB).envelope(LAB, List.of(CLAIRE));
    }

    private static FakeSession peerSession() throws Exception {
        return FakeSession.peer(World.PARTNER_TLS.certificate()).envelope(World.PARTNER, List.of(CLAIRE));
    }
}
