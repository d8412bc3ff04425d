package fr.sceau.mailets.pipeline;

import static fr.sceau.mailets.support.World.CLAIRE;
import static fr.sceau.mailets.support.World.LAB;
import static fr.sceau.mailets.support.World.LAB_KEY;
import static fr.sceau.mailets.support.World.PARTNER;
import static fr.sceau.mailets.support.World.PAUL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.header.MessageHeader;
import fr.sceau.mailets.support.Mails;
import fr.sceau.mailets.support.World;
import fr.sceau.smime.MessageOpener;
import fr.sceau.smime.Opening;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.SignatureVerdict;
import fr.sceau.smime.facts.MessageFacts;
import fr.sceau.smime.facts.Origin;
import fr.sceau.smime.facts.Seal;
import fr.sceau.smime.keys.DecryptionKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.mail.MessagingException;
import org.apache.james.core.Username;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.apache.mailet.StorageDirective;
import org.apache.mailet.base.test.FakeMailContext;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PipelineTest {
    @TempDir
    Path home = Path.of("");

    private World world;

    @BeforeEach
    void start() throws Exception {
        world = new World(home);
    }

    private static Mail fromPartner(byte[] message, String... recipients) throws Exception {
        Mail mail = Mails.mail(message, PARTNER, recipients);
        MailFacts.of(mail).origin(new Origin.Operator("partenaire.mssante.test", "CN=mx.partenaire.mssante.test"));
        return mail;
    }

    private static Mail submitted(String mailbox, byte[] message, String... recipients) throws Exception {
        Mail mail = Mails.mail(message, mailbox, recipients);
        MailFacts.of(mail).origin(new Origin.Submitted(mailbox, mailbox));
        return mail;
    }

    private static String text(Mail mail) throws Exception {
        return Mails.text(Mails.bytes(mail));
    }

    @Test
    void fields_that_only_we_may_write_are_removed_and_every_other_byte_stays() throws Exception {
        String forged = "Authentication-Results: (x)\r\n exemple.mssante.test; smime=pass\r\n"
                + "authentication-results: \"Exemple.mssante.test\" 1; smime=pass\r\n"
                + "X-Sceau-Verdict: trusted\r\n"
                + "Bcc: " + PAUL + "\r\n";
        String kept = "Authentication-Results: mx.ailleurs.test; spf=pass smtp.mailfrom=exemple.mssante.test\r\n"
                + "x-folded: a\r\n\tb  \r\n";
        String rest = Mails.text(Mails.clear(PARTNER, CLAIRE));
        Mail mail = fromPartner((forged + kept + rest).getBytes(StandardCharsets.ISO_8859_1), CLAIRE);

        new SenderOrigin(world.configuration).service(mail);

        assertThat(text(mail)).isEqualTo(kept + rest);
    }

    @Test
    void unsigned_mail_of_an_on_behalf_mailbox_is_signed_once_and_verifies_on_arrival() throws Exception {
        Mail mail = submitted(CLAIRE, Mails.clear(CLAIRE, PAUL), PAUL);
        MailFacts.of(mail).verdict(new SignatureVerdict.Unsigned());
        SignOnBehalf step = new SignOnBehalf(world.policies(CLAIRE + "\ton-behalf\t-"), world.accounts, world.keys);

        step.service(mail);
        String once = text(mail);
        step.service(mail);

        assertThat(once).contains("multipart/signed").isEqualTo(text(mail));
        assertThat(VerifyForTest.verdict(world, mail)).isEqualTo("trusted");
    }

    @Test
    void mail_of_other_policies_and_signed_mail_are_left_alone() throws Exception {
        byte[] message = Mails.signed(Mails.clear(CLAIRE, PAUL), World.CLAIRE_SIGNS);
        Mail signed = submitted(CLAIRE, message, PAUL);
        MailFacts.of(signed).verdict(world.verification.verify(RawMessage.of(message)));
        new SignOnBehalf(world.policies(CLAIRE + "\ton-behalf\t-"), world.accounts, world.keys).service(signed);

        assertThat(text(signed)).isEqualTo(Mails.text(message));
    }

    @Test
    void operator_held_mailbox_gets_its_mail_opened_with_the_signed_bytes_inside() throws Exception {
        byte[] signed = Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY);
        Mail mail = submitted(LAB, Mails.sealed(signed, World.CLAIRE_OPENS), CLAIRE);

        assertThat(VerifyForTest.verdict(world, mail)).isEqualTo("trusted");
        assertThat(MailFacts.of(mail).seal()).contains(Seal.OPENED);
        assertThat(text(mail)).contains("Glycemie 0,92");
        new Open(world.accounts, world.verification).service(mail);
        assertThat(MailFacts.of(mail).seal()).as("after a second run").contains(Seal.OPENED);
    }

    @Test
    void owner_gets_the_same_bytes_sealed_whatever_the_hook_found_for_another_recipient() throws Exception {
        byte[] sealed = Mails.sealed(Mails.signed(Mails.clear(LAB, PAUL), LAB_KEY), World.PAUL_OPENS);
        Mail mail = submitted(LAB, sealed, PAUL);
        MailFacts.of(mail).verdict(new SignatureVerdict.Unsigned());

        assertThat(VerifyForTest.verdict(world, mail)).isEqualTo("sealed");
        assertThat(text(mail)).isEqualTo(Mails.text(sealed));
    }

    @Test
    void directory_that_stays_away_costs_the_label_and_never_the_mail() throws Exception {
        Mail mail = fromPartner(Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY), CLAIRE);
        world.directory.away = true;
        Verify verify = new Verify(world.verification);

        assertThatThrownBy(() -> verify.service(mail)).isInstanceOf(MessagingException.class);
        mail.setAttribute(new Attribute(AttributeName.of("sceau-attempts"), AttributeValue.of(4)));
        verify.service(mail);

        assertThat(MailFacts.of(mail).verdictCode()).contains("untrusted.sender-unknown");
    }

    @Test
    void mail_is_parted_where_copies_may_differ_and_only_there() throws Exception {
        FakeMailContext context = FakeMailContext.defaultContext();
        OnePerRecipient step =
                new OnePerRecipient(world.configuration, world.policies("nomme.partenaire.test\t-\twhen-declared"));
        step.init(FakeMailetConfig.builder().mailetContext(context).build());
        String other = "autre@partenaire.mssante.test";
        String named = "x@nomme.partenaire.test";
        Mail mail = submitted(LAB, Mails.clear(LAB, CLAIRE), CLAIRE, PARTNER, PAUL, other, named);

        step.service(mail);

        assertThat(mail.getRecipients()).extracting(Object::toString).containsExactly(CLAIRE);
        assertThat(context.getSentMails())
                .extracting(sent ->
                        sent.getRecipients().stream().map(Object::toString).toList())
                .containsExactly(List.of(PAUL), List.of(named), List.of(PARTNER, other));
        assertThat(context.getSentMails())
                .allSatisfy(sent -> assertThat(sent.getState()).isEqualTo("root"));
    }

    @Test
    void route_sends_nothing_outside_the_trust_space() throws Exception {
        assertThat(routed(CLAIRE)).isEqualTo("local");
        assertThat(routed(PARTNER)).isEqualTo("remote");
        assertThat(routed("x@gmail.com")).isEqualTo("outside");
        assertThat(routed(PARTNER, "x@gmail.com")).isEqualTo("outside");
    }

    private String routed(String... recipients) throws Exception {
        Mail mail = submitted(LAB, Mails.clear(LAB, CLAIRE), recipients);
        new Route(world.configuration, world.operators).service(mail);
        return mail.getState();
    }

    @Test
    void recognised_document_becomes_an_imap_keyword_at_delivery() throws Exception {
        String pdf = Mails.text(Mails.clear(LAB, CLAIRE))
                .replace("Content-Type: text/plain; charset=us-ascii", "Content-Type: application/pdf; name=cr.pdf")
                .replace("Glycemie 0,92 g/l", "%PDF-1.4\r\n1 0 obj\r\n<<>>\r\nendobj\r\n%%EOF");
        Mail mail = submitted(LAB, pdf.getBytes(StandardCharsets.ISO_8859_1), CLAIRE);

        new Recognise().service(mail);

        assertThat(StorageDirective.fromMail(Username.of(CLAIRE), mail)
                        .getFlags()
                        .orElseThrow()
                        .getUserFlags())
                .containsExactly("PDF");
    }

    @Test
    void facts_stand_in_front_of_the_message_and_can_be_read_back() throws Exception {
        byte[] message = Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY);
        Mail mail = submitted(LAB, message, CLAIRE);
        VerifyForTest.verdict(world, mail);

        new AuthenticationResults(world.configuration).service(mail);

        assertThat(text(mail)).startsWith("Authentication-Results: ").endsWith(Mails.text(message));
        List<String> values =
                MessageHeader.read(RawMessage.of(Mails.bytes(mail))).values("authentication-results");
        assertThat(MessageFacts.parse("exemple.mssante.test", values))
                .contains(new MessageFacts(
                        new Origin.Submitted(LAB, LAB),
                        "trusted",
                        Optional.of("LABORATOIRE DU PARC (RESULTATS)"),
                        Seal.CLEAR));
    }

    @Test
    void mail_of_our_own_making_gets_no_facts() throws Exception {
        Mail mail = Mails.mail(Mails.clear(LAB, CLAIRE), LAB, CLAIRE);
        new Verify(world.verification).service(mail);
        new AuthenticationResults(world.configuration).service(mail);
        assertThat(text(mail)).isEqualTo(Mails.text(Mails.clear(LAB, CLAIRE)));
    }

    private SealByPolicy seal(String... rows) throws Exception {
        return new SealByPolicy(
                world.configuration, world.accounts, world.policies(rows), world.certificates, world.verification);
    }

    @Test
    void clear_mail_to_an_owner_who_wants_it_sealed_opens_with_his_key_only() throws Exception {
        byte[] signed = Mails.signed(Mails.clear(LAB, PAUL), LAB_KEY);
        Mail mail = submitted(LAB, signed, PAUL);

        seal("").service(mail);

        RawMessage sealed = RawMessage.of(Mails.bytes(mail));
        assertThat(Mails.text(Mails.bytes(mail))).doesNotContain("Glycemie");
        DecryptionKey key = new DecryptionKey(World.PAUL_OPENS.key(), World.PAUL_OPENS.certificate());
        Opening.Opened opened = (Opening.Opened) new MessageOpener().open(sealed, List.of(key));
        assertThat(world.verification.verify(opened.message()).code()).isEqualTo("trusted");
        byte[] once = Mails.bytes(mail);
        seal("").service(mail);
        assertThat(Mails.bytes(mail)).as("after a second run").isEqualTo(once);
    }

    @Test
    void operator_held_mailbox_and_unnamed_partner_get_nothing_sealed() throws Exception {
        for (String recipient : Set.of(CLAIRE, PARTNER)) {
            byte[] message = Mails.clear(LAB, recipient);
            Mail mail = submitted(LAB, message, recipient);
            seal("").service(mail);
            assertThat(Mails.bytes(mail)).isEqualTo(message);
        }
    }

    @Test
    void required_mail_whose_certificate_is_gone_waits_in_the_queue() throws Exception {
        Mail mail = submitted(LAB, Mails.clear(LAB, PARTNER), PARTNER);
        assertThatThrownBy(() -> seal(PARTNER + "\t-\trequired").service(mail)).isInstanceOf(MessagingException.class);
    }

    @Test
    void organisation_key_of_another_structure_signs_for_nobody_else() throws Exception {
        assertThat(world.keys.organisation(World.CHU, CLAIRE)).isPresent();
        assertThat(world.keys.organisation(World.LAB_STRUCTURE, LAB)).isEmpty();
        Files.writeString(home.resolve("keys/zz.p12"), "not a key file");
        assertThatThrownBy(() -> world.keys.organisation(World.LAB_STRUCTURE, LAB))
                .hasMessageContaining("zz.p12")
                .hasMessageNotContaining("secret");
    }
}
