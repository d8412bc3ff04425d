package fr.sceau.mailets.submission;

import static fr.sceau.mailets.support.World.CLAIRE;
import static fr.sceau.mailets.support.World.LAB;
import static fr.sceau.mailets.support.World.LAB_KEY;
import static fr.sceau.mailets.support.World.PARTNER;
import static fr.sceau.mailets.support.World.PAUL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.directory.client.MailboxType;
import fr.sceau.mailets.load.LargeMailGate;
import fr.sceau.mailets.pipeline.VerifyForTest;
import fr.sceau.mailets.policy.Policies;
import fr.sceau.mailets.smtp.ClientBytes;
import fr.sceau.mailets.support.Dialogue;
import fr.sceau.mailets.support.FakeSession;
import fr.sceau.mailets.support.Mails;
import fr.sceau.mailets.support.World;
import fr.sceau.testpki.Issued;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SubmissionContentTest {
    @TempDir
    Path home = Path.of("");

    private World world;

    @BeforeEach
    void start() throws Exception {
        world = new World(home);
    }

    private Dialogue under(String... rows) throws Exception {
        Policies policies = world.policies(rows);
        return new Dialogue(world, new SubmissionContent(world.judge(policies), world.refuser, new LargeMailGate()));
    }

    private static FakeSession lab(String... recipients) throws Exception {
        return FakeSession.loggedIn(LAB).envelope(LAB, List.of(recipients));
    }

    private static byte[] with(byte[] message, String from, String to) {
        return Mails.text(message).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: <" + CLAIRE + ">",
                "From: <" + LAB + ">, <" + CLAIRE + ">",
                "From: <" + LAB + ">\r\nFrom: <" + LAB + ">",
                "From: personne: <" + LAB + ">;",
                "From: <" + LAB + ">\r\nSender: <" + CLAIRE + ">",
                "From: " + LAB + "(a)[ <" + CLAIRE + "> (]",
                "X-Nobody: <" + LAB + ">"
            })
    void author_other_than_exactly_one_mailbox_of_the_login_is_refused(String from) throws Exception {
        byte[] message = with(Mails.clear(LAB, CLAIRE), "From: Expediteur <" + LAB + ">", from);

        assertThat(under(LAB + "\tlogin\t-").data(lab(CLAIRE), message)).startsWith("550 5.7.1 [sender-not-yours] ");
    }

    @Test
    void author_says_where_answers_go_and_recipients_are_told() throws Exception {
        byte[] signed = Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY);
        byte[] message = with(signed, "Subject:", "Reply-To: <" + CLAIRE + ">\r\nSubject:");
        Dialogue dialogue = under(LAB + "\tany\t-");

        assertThat(dialogue.data(lab(CLAIRE), message)).startsWith("250 ");
        assertThat(VerifyForTest.verdict(world, dialogue.mail())).isEqualTo("untrusted.reply-elsewhere");
    }

    @Test
    void every_layer_counts_where_an_envelope_is_opened_inside_a_signature() throws Exception {
        Dialogue dialogue = under(LAB + "\tany\t-");
        byte[] signed = Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY);
        byte[] whole = Mails.signed(Mails.sealed(signed, World.CLAIRE_OPENS), LAB_KEY);
        byte[] unsignedInside = Mails.signed(Mails.sealed(Mails.clear(LAB, CLAIRE), World.CLAIRE_OPENS), LAB_KEY);

        assertThat(dialogue.data(lab(CLAIRE), whole)).startsWith("250 ");
        assertThat(dialogue.data(lab(CLAIRE), unsignedInside)).startsWith("550 5.7.1 [invalid.encrypted-then-signed] ");
    }

    private void partnerPublishes(String algorithm, int usage) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (algorithm.equals("RSA")) {
            generator.initialize(1024);
        }
        Issued published = World.PKI
                .person("899700218920", "LEROY", "JEAN")
                .key(generator.generateKeyPair())
                .keyUsage(usage)
                .encryption();
        world.entry(PARTNER, MailboxType.PER, Optional.empty(), World.CHU, List.of(published.certificate()));
    }

    @Test
    void sender_is_told_why_a_required_certificate_cannot_be_used() throws Exception {
        Dialogue dialogue = under(LAB + "\tlogin\t-", PARTNER + "\t-\trequired");
        byte[] message = Mails.clear(LAB, PARTNER);

        assertThat(dialogue.data(lab(PARTNER), message)).startsWith("550 5.7.1 [recipient-without-certificate] ");
        partnerPublishes("RSA", KeyUsage.keyEncipherment);
        assertThat(dialogue.data(lab(PARTNER), message)).startsWith("550 5.7.1 [recipient-certificate-short-key] ");
        partnerPublishes("X25519", KeyUsage.keyAgreement);
        assertThat(dialogue.data(lab(PARTNER), message)).startsWith("550 5.7.1 [recipient-certificate-key-type] ");
        Issued rogue = World.PKI.rogue().person("899700218920", "LEROY", "JEAN").encryption();
        world.entry(PARTNER, MailboxType.PER, Optional.empty(), World.CHU, List.of(rogue.certificate()));
        assertThat(dialogue.data(lab(PARTNER), message))
                .startsWith("550 5.7.1 [recipient-certificate-no-trusted-path] ");
    }

    @Test
    void secretary_writes_for_the_service_delegated_to_her() throws Exception {
        String login = "leila.benali+cardiologie@exemple.mssante.test";
        world.accounts.delegate(login, LAB);
        FakeSession session = FakeSession.loggedIn(login).envelope(LAB, List.of(CLAIRE));

        assertThat(under("").data(session, Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY)))
                .startsWith("250 ");
        assertThat(world.traceLines().get(0))
                .contains("\"login\":\"" + login + "\"", "\"person\":\"leila.benali@", "\"mailbox\":\"" + LAB + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ceci n'est pas un champ\r\n",
                "X-A: b\rFrom: <" + CLAIRE + ">\r\n",
                "Content-Type: multipart/mixed\r\nX-Old: ",
                "Content-Type: multipart/mixed; boundary=b\r\nX-Old: "
            })
    void malformed_mime_is_refused_whatever_the_policy(String field) throws Exception {
        byte[] message = with(Mails.clear(LAB, CLAIRE), "Content-Type: ", field + "Content-Type: ");

        assertThat(under(LAB + "\tlogin\t-").data(lab(CLAIRE), message)).startsWith("550 5.6.0 [malformed] ");
    }

    @Test
    void oversized_message_is_refused_after_data_and_kept_nowhere() throws Exception {
        byte[] large = (Mails.text(Mails.clear(LAB, CLAIRE))
                        + "x".repeat(70).concat("\r\n").repeat(3_000))
                .getBytes(StandardCharsets.ISO_8859_1);
        Dialogue submission = under(LAB + "\tlogin\t-");

        assertThat(submission.data(lab(CLAIRE), large)).startsWith("552 5.3.4 [too-large] ");
        assertThat(submission.queued()).isZero();
    }

    @Test
    void message_of_which_a_line_was_lost_is_refused() throws Exception {
        FakeSession session = lab(CLAIRE);
        ClientBytes.lineLost(session);
        Dialogue submission = under(LAB + "\tlogin\t-");

        assertThat(submission.data(session, Mails.clear(LAB, CLAIRE))).startsWith("550 5.6.0 [line-too-long] ");
        assertThat(submission.queued()).isZero();
    }

    @Test
    void recipient_without_certificate_is_refused_under_required_and_only_there() throws Exception {
        byte[] message = Mails.signed(Mails.clear(LAB, PARTNER), LAB_KEY);

        assertThat(under(PARTNER + "\t-\trequired").data(lab(PARTNER), message))
                .startsWith("550 5.7.1 [recipient-without-certificate] ");
        assertThat(under(PARTNER + "\t-\twhen-declared").data(lab(PARTNER), message))
                .startsWith("250 ");
    }

    @Test
    void recipient_with_certificate_passes_under_required() throws Exception {
        assertThat(under(PAUL + "\t-\trequired").data(lab(PAUL), Mails.signed(Mails.clear(LAB, PAUL), LAB_KEY)))
                .startsWith("250 ");
    }

    @Test
    void organisation_signature_is_not_a_personal_one() throws Exception {
        assertThat(under(LAB + "\tpersonal\t-").data(lab(CLAIRE), Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY)))
                .startsWith("550 5.7.1 [not-personal] ");
    }

    @Test
    void personal_signature_passes_under_personal() throws Exception {
        FakeSession session = FakeSession.loggedIn(CLAIRE).envelope(CLAIRE, List.of(PAUL));

        assertThat(under(CLAIRE + "\tpersonal\t-")
                        .data(session, Mails.signed(Mails.clear(CLAIRE, PAUL), World.CLAIRE_SIGNS)))
                .startsWith("250 ");
    }

    @Test
    void unsigned_passes_on_behalf_when_the_organisation_key_is_there_and_waits_when_it_is_not() throws Exception {
        byte[] message = Mails.clear(CLAIRE, PAUL);
        Dialogue submission = under(CLAIRE + "\ton-behalf\t-");
        assertThat(submission.data(FakeSession.loggedIn(CLAIRE).envelope(CLAIRE, List.of(PAUL)), message))
                .startsWith("250 ");

        Files.delete(home.resolve("keys/chu.p12"));
        assertThat(submission.data(
                        FakeSession.loggedIn(CLAIRE).envelope(CLAIRE, List.of(PAUL)),
                        with(message, "Glycemie", "Calcemie")))
                .startsWith("451 4.3.0 [try-later] ");
    }

    @Test
    void opaque_message_to_an_owner_passes() throws Exception {
        byte[] message = Mails.sealed(Mails.signed(Mails.clear(LAB, PAUL), LAB_KEY), World.PAUL_OPENS);

        assertThat(under("").data(lab(PAUL), message)).startsWith("250 ");
        assertThat(world.traceLines().get(0)).contains("\"verdict\":\"sealed\"");
    }

    @Test
    void neighbour_that_is_away_means_try_later_and_never_a_guess() throws Exception {
        byte[] message = Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY);
        Dialogue submission = under("");

        world.directory.away = true;
        assertThat(submission.data(lab(CLAIRE), message)).startsWith("451 4.3.0 [try-later] ");
        world.directory.away = false;
        world.accounts.away = true;
        assertThat(submission.data(lab(CLAIRE), message)).startsWith("451 ");
        world.accounts.away = false;
        world.ledger.away = true;
        assertThat(submission.data(lab(CLAIRE), message)).startsWith("451 ");
        world.ledger.away = false;
        assertThat(submission.queued()).isZero();
        assertThat(submission.data(lab(CLAIRE), message)).startsWith("250 ");
    }

    @Test
    void without_a_login_nothing_is_taken() throws Exception {
        assertThat(under("").data(FakeSession.anonymous().envelope(LAB, List.of(CLAIRE)), Mails.clear(LAB, CLAIRE)))
                .startsWith("530 5.7.0 [login-required] ");
    }
}
