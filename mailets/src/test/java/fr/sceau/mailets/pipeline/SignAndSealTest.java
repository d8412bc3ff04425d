package fr.sceau.mailets.pipeline;

import static fr.sceau.mailets.support.World.CLAIRE;
import static fr.sceau.mailets.support.World.LAB;
import static fr.sceau.mailets.support.World.LAB_KEY;
import static fr.sceau.mailets.support.World.PARTNER;
import static fr.sceau.mailets.support.World.PAUL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.directory.client.MailboxType;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.support.Mails;
import fr.sceau.mailets.support.World;
import fr.sceau.smime.MessageOpener;
import fr.sceau.smime.Opening;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.SignatureVerdict;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.smime.keys.SigningKey;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.Organisation;
import fr.sceau.testpki.Pkcs12File;
import fr.sceau.testpki.Workplace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing on behalf and sealing by policy. */
final class SignAndSealTest {
    @TempDir
    Path home = Path.of("");

    private World world;

    @BeforeEach
    void start() throws Exception {
        world = new World(home);
    }

    @Test
    void unsigned_mail_of_an_on_behalf_mailbox_is_signed_once_and_verifies_on_arrival() throws Exception {
        Mail mail = Mails.submitted(CLAIRE, Mails.clear(CLAIRE, PAUL), PAUL);
        MailFacts.of(mail).verdict(new SignatureVerdict.Unsigned());
        SignOnBehalf step = new SignOnBehalf(world.policies(CLAIRE + "\ton-behalf\t-"), world.accounts, world.keys);

        step.service(mail);
        String once = Mails.text(mail);
        step.service(mail);

        assertThat(once).contains("multipart/signed").isEqualTo(Mails.text(mail));
        assertThat(VerifyForTest.verdict(world, mail)).isEqualTo("trusted");
    }

    @Test
    void mail_of_other_policies_and_signed_mail_are_left_alone() throws Exception {
        byte[] message = Mails.signed(Mails.clear(CLAIRE, PAUL), World.CLAIRE_SIGNS);
        Mail signed = Mails.submitted(CLAIRE, message, PAUL);
        MailFacts.of(signed).verdict(world.verification.verify(RawMessage.of(message)));
        new SignOnBehalf(world.policies(CLAIRE + "\ton-behalf\t-"), world.accounts, world.keys).service(signed);

        assertThat(Mails.text(signed)).isEqualTo(Mails.text(message));
    }

    @Test
    void clear_mail_to_an_owner_who_wants_it_sealed_opens_with_his_key_only() throws Exception {
        byte[] signed = Mails.signed(Mails.clear(LAB, PAUL), LAB_KEY);
        Mail mail = Mails.submitted(LAB, signed, PAUL);

        seal("").service(mail);

        RawMessage sealed = RawMessage.of(Mails.bytes(mail));
        assertThat(Mails.text(Mails.bytes(mail))).doesNotContain("Glycemie", "DUPONT");
        DecryptionKey key = new DecryptionKey(World.PAUL_OPENS.key(), World.PAUL_OPENS.certificate());
        Opening.Opened opened = (Opening.Opened) new MessageOpener().open(sealed, List.of(key));
        assertThat(world.verification.verify(opened.message()).code()).isEqualTo("trusted");
        byte[] once = Mails.bytes(mail);
        seal("").service(mail);
        assertThat(Mails.bytes(mail)).as("after a second run").isEqualTo(once);
    }

    private boolean opens(Mail mail, Issued key) throws Exception {
        RawMessage sealed = RawMessage.of(Mails.bytes(mail));
        List<DecryptionKey> keys = List.of(new DecryptionKey(key.key(), key.certificate()));
        return new MessageOpener().open(sealed, keys) instanceof Opening.Opened;
    }

    @Test
    void what_an_owner_has_sealed_opens_with_his_own_key_too() throws Exception {
        Issued partner = World.PKI.person("899700218920", "LEROY", "JEAN").encryption();
        world.entry(PARTNER, MailboxType.PER, Optional.empty(), World.CHU, List.of(partner.certificate()));
        Mail byOwner = Mails.submitted(PAUL, Mails.clear(PAUL, PARTNER), PARTNER);
        Mail byOperatorHeld = Mails.submitted(CLAIRE, Mails.clear(CLAIRE, PARTNER), PARTNER);
        for (Mail mail : List.of(byOwner, byOperatorHeld)) {
            seal(PARTNER + "\t-\trequired").service(mail);
            assertThat(opens(mail, partner)).isTrue();
        }
        assertThat(opens(byOwner, World.PAUL_OPENS)).isTrue();
        assertThat(opens(byOperatorHeld, World.CLAIRE_OPENS))
                .as("a key that the operator holds opens nothing sealed here")
                .isFalse();
    }

    @Test
    void certificate_that_nothing_can_be_encrypted_to_is_left_for_another() throws Exception {
        Issued unfit = World.PKI
                .person("899700218904", "DURAND", "PAUL")
                .key(KeyPairGenerator.getInstance("X25519").generateKeyPair())
                .keyUsage(KeyUsage.keyAgreement)
                .encryption();
        List<X509Certificate> both = List.of(unfit.certificate(), World.PAUL_OPENS.certificate());
        world.entry(PAUL, MailboxType.PER, Optional.of("899700218904"), World.CHU, both);
        Mail mail = Mails.fromPartner(Mails.clear(PARTNER, PAUL), PAUL);

        seal("").service(mail);

        assertThat(opens(mail, World.PAUL_OPENS)).isTrue();
    }

    @Test
    void operator_held_mailbox_and_unnamed_partner_get_nothing_sealed() throws Exception {
        for (String recipient : Set.of(CLAIRE, PARTNER)) {
            byte[] message = Mails.clear(LAB, recipient);
            Mail mail = Mails.submitted(LAB, message, recipient);
            seal("").service(mail);
            assertThat(Mails.bytes(mail)).isEqualTo(message);
        }
    }

    @Test
    void required_mail_whose_certificate_is_gone_waits_in_the_queue() throws Exception {
        Mail mail = Mails.submitted(LAB, Mails.clear(LAB, PARTNER), PARTNER);
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

    @Test
    void a_new_key_beside_an_expired_one_signs_whatever_the_files_are_called() throws Exception {
        Organisation chu = World.PKI.organisation(Workplace.of(World.CHU, "CHU DE L'EXEMPLE"), "MESSAGERIE");
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        Issued expired = chu.validBetween(yesterday.minus(Duration.ofDays(900)), yesterday)
                .signature();
        Pkcs12File.write(home.resolve("keys/aaa.p12"), "secret".toCharArray(), Map.of("signature", expired));

        assertThat(world.keys.organisation(World.CHU, CLAIRE))
                .map(SigningKey::certificate)
                .contains(World.CHU_KEY.certificate());

        Files.delete(home.resolve("keys/chu.p12"));
        assertThat(world.keys.organisation(World.CHU, CLAIRE))
                .as("an expired key never stands in")
                .isEmpty();
    }

    private SealByPolicy seal(String... rows) throws Exception {
        Sealing sealing = new Sealing(world.configuration, world.accounts, world.policies(rows));
        return new SealByPolicy(sealing, world.certificates, world.verification);
    }
}
