package fr.sceau.smime.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.smime.MessageEncrypter;
import fr.sceau.smime.MessageOpener;
import fr.sceau.smime.Opening;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.Recipient;
import fr.sceau.smime.SmimeException;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.KeySizes;
import fr.sceau.testpki.Person;
import fr.sceau.testpki.Pkcs12File;
import fr.sceau.testpki.TestPki;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Pkcs12Test {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final TestPki PKI = TestPki.generate(NOW, KeySizes.quick());
    private static final Person DOCTOR = PKI.person("899700218896", "MARTIN", "CLAIRE");

    private final Path file;

    Pkcs12Test(@TempDir Path folder) {
        this.file = folder.resolve("boite.p12");
    }

    private MailboxKeys read(Map<String, Issued> entries) throws Exception {
        Pkcs12File.write(file, "correct".toCharArray(), entries);
        return Pkcs12.read(file, "correct".toCharArray());
    }

    @Test
    void keys_are_told_apart_by_their_certificates() throws Exception {
        Issued signature = DOCTOR.signature();
        Issued encryption = DOCTOR.encryption();
        MailboxKeys keys = read(Map.of("a", encryption, "b", signature, "c", DOCTOR.authentication()));
        assertThat(keys.signingAt(NOW)).hasValueSatisfying(key -> {
            assertThat(key.chain()).isEqualTo(signature.chain());
            assertThat(((MemoryKey) key.key()).insecureKey()).isEqualTo(signature.key());
        });
        assertThat(keys.decryption()).extracting(DecryptionKey::certificate).containsExactly(encryption.certificate());
    }

    @Test
    void one_key_may_do_both() throws Exception {
        Issued both = DOCTOR.keyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment)
                .signature();
        MailboxKeys keys = read(Map.of("a", both));
        assertThat(keys.signingAt(NOW)).isPresent();
        assertThat(keys.decryption()).hasSize(1);
    }

    @Test
    void newest_signing_key_is_taken_and_old_decryption_keys_stay() throws Exception {
        Person before = DOCTOR.validBetween(NOW.minus(Duration.ofDays(900)), NOW.plus(Duration.ofDays(10)));
        Issued renewed = DOCTOR.signature();
        MailboxKeys keys =
                read(Map.of("a", before.signature(), "b", renewed, "c", before.encryption(), "d", DOCTOR.encryption()));
        assertThat(keys.signingAt(NOW)).map(SigningKey::certificate).contains(renewed.certificate());
        assertThat(keys.decryption()).hasSize(2);
    }

    @Test
    void five_generations_stay_and_the_one_of_the_day_signs() throws Exception {
        Map<String, Issued> entries = new LinkedHashMap<>();
        List<Issued> signatures = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Person then = DOCTOR.validBetween(year(i), year(i).plus(Duration.ofDays(395))); // a month of overlap
            signatures.add(then.signature());
            entries.put("signature " + i, signatures.get(i));
            entries.put("encryption " + i, then.encryption());
        }
        MailboxKeys keys = read(entries);
        assertThat(keys.decryption()).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(keys.signingAt(year(i).plus(Duration.ofDays(20))))
                    .as("year %d, in the overlap", i)
                    .map(SigningKey::certificate)
                    .contains(signatures.get(i).certificate());
        }
        assertThat(keys.signingAt(year(0).minusSeconds(1))).isEmpty();
        assertThat(keys.signingAt(year(6)))
                .as("none is valid, and none stands in")
                .isEmpty();
    }

    @Test
    void mail_to_each_of_five_generations_opens() throws Exception {
        Map<String, Issued> entries = new LinkedHashMap<>();
        List<RawMessage> mails = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Issued then = DOCTOR.validBetween(year(i), year(i).plus(Duration.ofDays(395)))
                    .encryption();
            entries.put("encryption " + i, then);
            RawMessage mail = RawMessage.of(("From: a@b.test\r\n\r\nlettre " + i + "\r\n").getBytes(US_ASCII));
            ByteArrayOutputStream sealed = new ByteArrayOutputStream();
            new MessageEncrypter().encrypt(mail, List.of(Recipient.of(then.certificate())), sealed);
            mails.add(RawMessage.of(sealed.toByteArray()));
        }
        List<DecryptionKey> keys = read(entries).decryption();
        for (int i = 0; i < 5; i++) {
            Opening opening = new MessageOpener().open(mails.get(i), keys);
            assertThat(opening).isInstanceOf(Opening.Opened.class);
            try (var in = ((Opening.Opened) opening).message().open()) {
                assertThat(new String(in.readAllBytes(), US_ASCII)).contains("lettre " + i);
            }
        }
    }

    private static Instant year(int i) {
        return NOW.plus(Duration.ofDays(365L * (i - 4)));
    }

    @Test
    void a_key_that_ends_later_but_has_not_begun_does_not_sign() throws Exception {
        Issued current = DOCTOR.validBetween(NOW.minus(Duration.ofDays(300)), NOW.plus(Duration.ofDays(2)))
                .signature();
        Issued next = DOCTOR.validBetween(NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(900)))
                .signature();
        MailboxKeys keys = read(Map.of("a", next, "b", current));
        assertThat(keys.signingAt(NOW)).map(SigningKey::certificate).contains(current.certificate());
    }

    @Test
    void nothing_secret_is_shown() throws Exception {
        MailboxKeys keys = read(Map.of("a", DOCTOR.signature(), "b", DOCTOR.encryption()));
        assertThat(keys.toString())
                .contains("SigningKey[", "DecryptionKey[", "899700218896")
                .doesNotContainIgnoringCase("private", "exponent", "modulus");
    }

    @Test
    void wrong_password_is_said_without_saying_it() throws Exception {
        read(Map.of("a", DOCTOR.signature()));
        assertThatThrownBy(() -> Pkcs12.read(file, "faux-secret".toCharArray()))
                .isInstanceOf(SmimeException.class)
                .hasMessage("mot de passe refusé pour " + file)
                .hasMessageNotContaining("faux-secret");
    }

    @Test
    void file_that_is_no_key_store_is_unreadable() throws Exception {
        Files.writeString(file, "pas un fichier de clés");
        assertThatThrownBy(() -> Pkcs12.read(file, "x".toCharArray()))
                .isInstanceOf(SmimeException.class)
                .hasMessage("fichier de clés illisible : " + file);
    }
}
