package fr.sceau.mailets.pipeline;

import static fr.sceau.mailets.support.World.CLAIRE;
import static fr.sceau.mailets.support.World.LAB;
import static fr.sceau.mailets.support.World.LAB_KEY;
import static fr.sceau.mailets.support.World.PAUL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.mailets.facts.LaterVerdict;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.load.LargeMailGate;
import fr.sceau.mailets.support.Mails;
import fr.sceau.mailets.support.World;
import fr.sceau.smime.SignatureVerdict;
import fr.sceau.smime.facts.Seal;
import fr.sceau.testpki.Issued;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.mail.MessagingException;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening and verifying in the pipeline. */
final class OpenVerifyTest {
    @TempDir
    Path home = Path.of("");

    private World world;

    @BeforeEach
    void start() throws Exception {
        world = new World(home);
    }

    @Test
    void operator_held_mailbox_gets_its_mail_opened_with_the_signed_bytes_inside() throws Exception {
        byte[] signed = Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY);
        Mail mail = Mails.submitted(LAB, Mails.sealed(signed, World.CLAIRE_OPENS), CLAIRE);

        assertThat(VerifyForTest.verdict(world, mail)).isEqualTo("trusted");
        assertThat(MailFacts.of(mail).seal()).contains(Seal.OPENED);
        assertThat(Mails.text(mail)).contains("Glycemie 0,92");
        new Open(world.accounts, world.verification, new LargeMailGate()).service(mail);
        assertThat(MailFacts.of(mail).seal()).as("after a second run").contains(Seal.OPENED);
    }

    @Test
    void unsigned_content_that_nothing_guards_is_opened_and_said_to_be_so() throws Exception {
        Mail mail = Mails.submitted(LAB, Mails.sealed(Mails.clear(LAB, CLAIRE), World.CLAIRE_OPENS), CLAIRE);

        assertThat(VerifyForTest.verdict(world, mail)).isEqualTo("unsigned");
        assertThat(MailFacts.of(mail).seal()).contains(Seal.UNGUARDED);
        assertThat(Mails.text(mail)).contains("resultat de DUPONT Marie", "Glycemie 0,92");
    }

    @Test
    void owner_gets_the_same_bytes_sealed_whatever_the_hook_found_for_another_recipient() throws Exception {
        byte[] sealed = Mails.sealed(Mails.signed(Mails.clear(LAB, PAUL), LAB_KEY), World.PAUL_OPENS);
        Mail mail = Mails.submitted(LAB, sealed, PAUL);
        MailFacts.of(mail).verdict(new SignatureVerdict.Unsigned());

        assertThat(VerifyForTest.verdict(world, mail)).isEqualTo("sealed");
        assertThat(Mails.text(mail)).isEqualTo(Mails.text(sealed));
    }

    private static byte[] wrapped(byte[] inside, Issued outerSigner) throws Exception {
        return Mails.signed(Mails.sealed(inside, World.CLAIRE_OPENS), outerSigner);
    }

    @Test
    void envelope_inside_a_signature_is_opened_and_every_layer_counts() throws Exception {
        byte[] signed = Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY);
        Mail mail = Mails.fromPartner(wrapped(signed, LAB_KEY), CLAIRE);

        assertThat(VerifyForTest.verdict(world, mail)).isEqualTo("trusted");
        assertThat(MailFacts.of(mail).seal()).contains(Seal.OPENED);
        assertThat(Mails.text(mail)).contains("resultat de DUPONT Marie", "Glycemie 0,92");
        assertThat(MailFacts.of(mail).findings().orElseThrow().evidence())
                .contains(
                        "\"layers\":\"multipart-signed:trusted > encrypted:aes-256-cbc:opened > multipart-signed:trusted\"");

        Mail byStranger = Mails.fromPartner(wrapped(signed, World.CLAIRE_SIGNS), CLAIRE);
        assertThat(VerifyForTest.verdict(world, byStranger)).isEqualTo("untrusted.not-delegate");
        Mail unsigned = Mails.fromPartner(wrapped(Mails.clear(LAB, CLAIRE), LAB_KEY), CLAIRE);
        assertThat(VerifyForTest.verdict(world, unsigned)).isEqualTo("invalid.encrypted-then-signed");
        assertThat(MailFacts.of(unsigned).seal()).contains(Seal.UNGUARDED);
        assertThat(Mails.text(unsigned)).contains("Glycemie 0,92");
    }

    @Test
    void verdict_that_waits_for_a_signature_that_is_gone_is_never_judged_again() throws Exception {
        byte[] signed = Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY);
        for (byte[] message : List.of(signed, Mails.sealed(signed, World.CLAIRE_OPENS), wrapped(signed, LAB_KEY))) {
            Mail mail = Mails.fromPartner(message, CLAIRE);
            VerifyForTest.verdict(world, mail);
            String evidence = MailFacts.of(mail).findings().orElseThrow().evidence();
            assertThat(LaterVerdict.isPossible(evidence)).isEqualTo(!evidence.contains("encrypted"));
        }
    }

    @Test
    void envelope_inside_a_signature_stays_sealed_for_its_owner() throws Exception {
        byte[] sealed = Mails.sealed(Mails.signed(Mails.clear(LAB, PAUL), LAB_KEY), World.PAUL_OPENS);
        byte[] wrapped = Mails.signed(sealed, LAB_KEY);
        Mail mail = Mails.fromPartner(wrapped, PAUL);

        assertThat(VerifyForTest.verdict(world, mail)).isEqualTo("sealed");
        assertThat(MailFacts.of(mail).seal()).contains(Seal.SEALED);
        assertThat(Mails.text(mail)).isEqualTo(Mails.text(wrapped));
    }

    @Test
    void sealed_mail_that_was_changed_is_delivered_as_it_came_and_said_to_be_damaged() throws Exception {
        byte[] inside = Mails.tampered(Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY));
        byte[] sealed = Mails.sealed(inside, World.CLAIRE_OPENS);
        Mail mail = Mails.fromPartner(sealed, CLAIRE);

        assertThat(VerifyForTest.verdict(world, mail)).isEqualTo("sealed.damaged");
        assertThat(MailFacts.of(mail).seal()).contains(Seal.SEALED);
        assertThat(MailFacts.of(mail).all().orElseThrow().verdictSentence()).contains("abîmé ou modifié en route");
        assertThat(Mails.text(mail)).isEqualTo(Mails.text(sealed));
    }

    @Test
    void every_damage_has_the_same_verdict() throws Exception {
        String sealed = Mails.text(Mails.sealed(Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY), World.CLAIRE_OPENS));
        int body = sealed.indexOf("\r\n\r\n");
        Set<String> verdicts = new HashSet<>();
        for (int at = body + 700; at < sealed.length() - 20; at += 61) {
            String cut = sealed.substring(0, at) + "\r\n";
            verdicts.add(
                    VerifyForTest.verdict(world, Mails.fromPartner(cut.getBytes(StandardCharsets.ISO_8859_1), CLAIRE)));
        }
        assertThat(verdicts).containsExactly("sealed.damaged");
    }

    @Test
    void damaged_mail_of_an_owner_is_for_him_to_look_at() throws Exception {
        String sealed = Mails.text(Mails.sealed(Mails.signed(Mails.clear(LAB, PAUL), LAB_KEY), World.PAUL_OPENS));
        byte[] cut = (sealed.substring(0, 900) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(VerifyForTest.verdict(world, Mails.fromPartner(cut, PAUL))).isEqualTo("sealed");
    }

    @Test
    void directory_that_stays_away_costs_the_label_and_never_the_mail() throws Exception {
        Mail mail = Mails.fromPartner(Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY), CLAIRE);
        world.directory.away = true;
        Verify verify = new Verify(world.verification);

        assertThatThrownBy(() -> verify.service(mail)).isInstanceOf(MessagingException.class);
        mail.setAttribute(new Attribute(AttributeName.of("sceau-attempts"), AttributeValue.of(4)));
        verify.service(mail);

        assertThat(MailFacts.of(mail).verdictCode()).contains("untrusted.sender-unknown");
    }
}
