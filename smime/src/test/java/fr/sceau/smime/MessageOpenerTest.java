package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.smime.Opening.Damaged;
import fr.sceau.smime.Opening.NotEncrypted;
import fr.sceau.smime.Opening.NotForTheseKeys;
import fr.sceau.smime.Opening.Opened;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.testpki.Issued;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MessageOpenerTest {
    private final MessageOpener opener = new MessageOpener();
    private final List<DecryptionKey> doctorKeys = List.of(World.decryptionKey(World.DOCTOR_ENCRYPTION));

    private Opening open(String message) throws Exception {
        return opener.open(Mails.of(message), doctorKeys);
    }

    private static String opened(Opening opening) throws Exception {
        assertThat(opening).isInstanceOf(Opened.class);
        return Mails.text(((Opened) opening).message());
    }

    @ParameterizedTest
    @EnumSource(ContentCipher.class)
    void what_was_encrypted_comes_back_byte_for_byte(ContentCipher cipher) throws Exception {
        RawMessage message = Mails.plain(Mails.LABORATORY);
        String encrypted = EncryptedMails.encrypted(message, cipher);
        assertThat(encrypted).contains("\r\nSubject: ").doesNotContain("resultat", "Glycemie");
        assertThat(opened(open(encrypted))).isEqualTo(Mails.text(message));
    }

    @ParameterizedTest
    @EnumSource(ContentCipher.class)
    void a_signature_inside_is_trusted_once_opened(ContentCipher cipher, @TempDir Path trust) throws Exception {
        String signed = World.signed(World.LABORATORY_SIGNATURE, Mails.LABORATORY);
        String plain = opened(open(EncryptedMails.encrypted(Mails.of(signed), cipher)));
        assertThat(new World(trust).verify(plain).code()).isEqualTo("trusted");
    }

    @ParameterizedTest
    @EnumSource(ContentCipher.class)
    void a_subject_that_old_software_wrote_opens_too(ContentCipher cipher) throws Exception {
        String signed = World.signed(World.LABORATORY_SIGNATURE, Mails.LABORATORY)
                .replaceFirst("\r\nSubject: [^\r]*", "\r\nSubject: c\u009cur \u007fd\u0092effort");
        Opening opening = open(EncryptedMails.encrypted(Mails.of(signed), cipher));
        assertThat(opened(opening)).contains("\r\nSubject: c\u00c5\u0093ur ?d\u00e2\u0080\u0099effort\r\n");
        assertThat(((Opened) opening).integrity()).isNotEqualTo(ContentIntegrity.NOT_GUARANTEED);
    }

    @ParameterizedTest
    @CsvSource({"secp256r1,AES_256_CBC", "secp256r1,AES_256_GCM", "secp384r1,AES_256_CBC", "secp384r1,AES_256_GCM"})
    void elliptic_curve_keys_open(String curve, ContentCipher cipher) throws Exception {
        Issued holder = SmallAuthority.ec(curve, KeyUsage.keyAgreement);
        RawMessage message = Mails.plain(Mails.LABORATORY);
        String encrypted = EncryptedMails.encrypted(message, cipher, holder.certificate());
        Opening opening = opener.open(Mails.of(encrypted), List.of(World.decryptionKey(holder)));
        assertThat(opened(opening)).isEqualTo(Mails.text(message));
    }

    @Test
    void each_of_several_recipients_opens() throws Exception {
        Issued second = SmallAuthority.ec("secp256r1", KeyUsage.keyAgreement);
        String encrypted = EncryptedMails.encrypted(
                Mails.plain(Mails.LABORATORY),
                ContentCipher.AES_256_CBC,
                World.DOCTOR_ENCRYPTION.certificate(),
                second.certificate());
        opened(open(encrypted));
        opened(opener.open(Mails.of(encrypted), List.of(World.decryptionKey(second))));
    }

    @Test
    void other_keys_do_not_open() throws Exception {
        String encrypted = EncryptedMails.encrypted(Mails.plain(Mails.LABORATORY), ContentCipher.AES_256_CBC);
        List<DecryptionKey> others = List.of(World.decryptionKey(World.doctor().encryption()));
        assertThat(opener.open(Mails.of(encrypted), others)).isInstanceOf(NotForTheseKeys.class);
        assertThat(opener.open(Mails.of(encrypted), List.of())).isInstanceOf(NotForTheseKeys.class);
    }

    @Test
    void plain_and_signed_mail_is_not_encrypted() throws Exception {
        assertThat(opener.open(Mails.plain(Mails.DOCTOR), doctorKeys)).isInstanceOf(NotEncrypted.class);
        assertThat(open(World.signed(World.DOCTOR_SIGNATURE, Mails.DOCTOR))).isInstanceOf(NotEncrypted.class);
        byte[] object = CraftedSignature.by(World.DOCTOR_SIGNATURE).opaque(Mails.ENTITY);
        assertThat(open(Mails.pkcs7(Mails.header(Mails.DOCTOR), "signed-data", object)))
                .isInstanceOf(NotEncrypted.class);
    }

    @Test
    void encrypted_part_inside_another_is_not_opened() throws Exception {
        String encrypted = EncryptedMails.encrypted(Mails.plain(Mails.LABORATORY), ContentCipher.AES_256_CBC);
        String part = encrypted.substring(encrypted.indexOf("Content-Type:"));
        String message = Mails.header(Mails.LABORATORY)
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<img src='\r\n--b\r\n"
                + part + "\r\n--b--\r\n";
        assertThat(open(message)).isInstanceOf(NotEncrypted.class);
    }

    @Test
    @Tag("long")
    void authenticated_content_never_opens_changed() throws Exception {
        RawMessage message = Mails.plain(Mails.LABORATORY);
        byte[] object = object(EncryptedMails.encrypted(message, ContentCipher.AES_256_GCM));
        int opened = 0;
        for (int i = 0; i < object.length; i++) {
            byte[] changed = object.clone();
            changed[i] ^= 1;
            Opening opening = open(Mails.pkcs7(Mails.header(Mails.LABORATORY), "authEnveloped-data", changed));
            if (opening instanceof Opened same) {
                opened++;
                assertThat(Mails.text(same.message()))
                        .as("byte %d of %d", i, object.length)
                        .isEqualTo(Mails.text(message));
            }
        }
        assertThat(opened).as("bytes that frame and do not matter").isLessThan(object.length / 20);
    }

    @ParameterizedTest
    @EnumSource(ContentCipher.class)
    void truncated_mail_never_opens_and_never_throws(ContentCipher cipher) throws Exception {
        String encrypted = EncryptedMails.encrypted(Mails.plain(Mails.LABORATORY), cipher);
        int whole = encrypted.stripTrailing().length();
        for (int length = 0; length < whole - 1; length += 7) {
            Opening opening = open(encrypted.substring(0, length));
            assertThat(opening).as("%d of %d bytes", length, whole).isNotInstanceOf(Opened.class);
        }
    }

    @Test
    void wrong_key_block_and_wrong_content_are_the_same_damage() throws Exception {
        byte[] object = object(EncryptedMails.encrypted(Mails.plain(Mails.LABORATORY), ContentCipher.AES_256_GCM));
        byte[] encryptedKey = object.clone();
        encryptedKey[350] ^= 1;
        Opening wrongKey = open(Mails.pkcs7(Mails.header(Mails.LABORATORY), "authEnveloped-data", encryptedKey));
        assertThat(wrongKey).isEqualTo(new Damaged());
    }

    @Test
    void old_ciphers_are_refused() throws Exception {
        assertThat(enveloped(Mails.ENTITY, CMSAlgorithm.DES_EDE3_CBC)).isEqualTo(new Opening.Refused());
        assertThat(enveloped(Mails.ENTITY, CMSAlgorithm.RC2_CBC)).isEqualTo(new Opening.Refused());
        assertThat(enveloped(Mails.ENTITY, CMSAlgorithm.AES128_CBC)).isInstanceOf(Opened.class);
    }

    private Opening enveloped(String entity, ASN1ObjectIdentifier cipher) throws Exception {
        CMSEnvelopedDataStreamGenerator generator = new CMSEnvelopedDataStreamGenerator();
        generator.addRecipientInfoGenerator(
                new JceKeyTransRecipientInfoGenerator(World.DOCTOR_ENCRYPTION.certificate()));
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        var encryptor = new JceCMSContentEncryptorBuilder(cipher)
                .setProvider(new BouncyCastleProvider())
                .build();
        try (var content = generator.open(object, encryptor)) {
            content.write(entity.getBytes(StandardCharsets.US_ASCII));
        }
        return open(Mails.pkcs7(Mails.header(Mails.LABORATORY), "enveloped-data", object.toByteArray()));
    }

    @Test
    void content_that_is_no_entity_is_damage() throws Exception {
        assertThat(enveloped("ni champ ni valeur\r\n\r\ntexte", CMSAlgorithm.AES256_CBC))
                .isInstanceOf(Damaged.class);
    }

    @Test
    void header_fields_inside_do_not_replace_those_outside() throws Exception {
        Opening opening = enveloped("From: faux@exemple.mssante.test\r\n" + Mails.ENTITY, CMSAlgorithm.AES256_CBC);
        assertThat(opened(opening)).isEqualTo(Mails.header(Mails.LABORATORY) + Mails.ENTITY);
    }

    @Test
    void certificate_for_signing_is_refused_as_recipient() {
        assertThatThrownBy(() -> EncryptedMails.encrypted(
                        Mails.plain(Mails.LABORATORY), ContentCipher.AES_256_CBC, World.DOCTOR_SIGNATURE.certificate()))
                .isInstanceOf(SmimeException.class);
        assertThatThrownBy(() -> EncryptedMails.encrypted(
                        Mails.plain(Mails.LABORATORY), ContentCipher.AES_256_CBC, new X509Certificate[0]))
                .isInstanceOf(SmimeException.class);
    }

    static byte[] object(String message) throws Exception {
        String body = message.substring(message.indexOf("\r\n\r\n") + 4);
        return Base64.getMimeDecoder()
                .wrap(new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII)))
                .readAllBytes();
    }
}
