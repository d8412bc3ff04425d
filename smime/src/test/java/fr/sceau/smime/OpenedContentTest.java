package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.smime.Opening.Damaged;
import fr.sceau.smime.Opening.Opened;
import fr.sceau.smime.header.ProtectedHeader;
import fr.sceau.smime.keys.DecryptionKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.spec.GCMParameterSpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is known of content once it is opened, and what never comes out. */
class OpenedContentTest {
    private static final String LARGE = Mails.header(Mails.LABORATORY) + "Content-Type: text/plain\r\n\r\n"
            + "Glycemie 1,02 g/L, une ligne parmi d'autres\r\n".repeat(50_000);

    private final MessageOpener opener = new MessageOpener();
    private final List<DecryptionKey> doctorKeys = List.of(World.decryptionKey(World.DOCTOR_ENCRYPTION));

    private Opening open(String message) throws IOException {
        return opener.open(Mails.of(message), doctorKeys);
    }

    private Opened opened(String message) throws IOException {
        Opening opening = open(message);
        assertThat(opening).isInstanceOf(Opened.class);
        return (Opened) opening;
    }

    private ContentIntegrity integrity(String message, ContentCipher cipher) throws Exception {
        return opened(EncryptedMails.encrypted(Mails.of(message), cipher)).integrity();
    }

    @Test
    void a_tag_or_a_signature_vouches_for_content_and_without_both_nothing_does() throws Exception {
        String plain = Mails.header(Mails.LABORATORY) + Mails.ENTITY;
        String signed = World.signed(World.LABORATORY_SIGNATURE, Mails.LABORATORY);
        String changed = signed.replace("1,02", "4,02");
        assertThat(integrity(plain, ContentCipher.AES_256_GCM)).isEqualTo(ContentIntegrity.TAG);
        assertThat(integrity(changed, ContentCipher.AES_256_GCM)).isEqualTo(ContentIntegrity.TAG);
        assertThat(integrity(signed, ContentCipher.AES_256_CBC)).isEqualTo(ContentIntegrity.SIGNATURE);
        assertThat(integrity(plain, ContentCipher.AES_256_CBC)).isEqualTo(ContentIntegrity.NOT_GUARANTEED);
    }

    @Test
    void content_without_a_tag_does_not_come_out_under_a_signature_that_does_not_match() throws Exception {
        String changed =
                World.signed(World.LABORATORY_SIGNATURE, Mails.LABORATORY).replace("1,02", "4,02");
        assertThat(open(EncryptedMails.encrypted(Mails.of(changed), ContentCipher.AES_256_CBC)))
                .isEqualTo(new Damaged());
        String old = CraftedSignature.mail(
                CraftedSignature.by(World.DOCTOR_SIGNATURE).algorithm("SHA1withRSA"));
        assertThat(integrity(old, ContentCipher.AES_256_CBC)).isEqualTo(ContentIntegrity.NOT_GUARANTEED);
    }

    @ParameterizedTest
    @EnumSource(ContentCipher.class)
    void large_content_reads_twice_and_is_gone_after_closing(ContentCipher cipher) throws Exception {
        Opened opened = opened(EncryptedMails.encrypted(Mails.of(LARGE), cipher));
        assertThat(opened.message().size()).isEqualTo(LARGE.length());
        assertThat(Mails.text(opened.message())).isEqualTo(LARGE);
        assertThat(Mails.text(opened.message())).isEqualTo(LARGE);
        opened.close();
        assertThatThrownBy(() -> Mails.text(opened.message())).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource(ContentCipher.class)
    void large_content_that_is_cut_or_changed_never_comes_out(ContentCipher cipher) throws Exception {
        String encrypted = EncryptedMails.encrypted(Mails.of(LARGE), cipher);
        String body = encrypted.substring(0, encrypted.length() / 2);
        assertThat(open(body)).isEqualTo(new Damaged());
        int last = encrypted.stripTrailing().length() - 60;
        char other = encrypted.charAt(last) == 'A' ? 'B' : 'A';
        Opening changed = open(encrypted.substring(0, last) + other + encrypted.substring(last + 1));
        if (cipher == ContentCipher.AES_256_GCM) {
            assertThat(changed).isEqualTo(new Damaged());
        } else if (changed instanceof Opened opened) {
            assertThat(opened.integrity()).isEqualTo(ContentIntegrity.NOT_GUARANTEED);
        }
    }

    @Test
    void a_temporary_folder_that_is_missing_is_an_outage_and_no_finding() throws Exception {
        String encrypted = EncryptedMails.encrypted(Mails.of(LARGE), ContentCipher.AES_256_GCM);
        String folder = System.getProperty("java.io.tmpdir");
        try {
            System.setProperty("java.io.tmpdir", folder + "/missing");
            assertThatThrownBy(() -> open(encrypted)).isInstanceOf(IOException.class);
        } finally {
            System.setProperty("java.io.tmpdir", folder);
        }
        opened(encrypted).close();
    }

    @ParameterizedTest
    @CsvSource({
        "12,128,vrai",
        "12,96,vrai",
        "16,128,vrai",
        "8,112,vrai",
        "12,128,''",
        "12,96,''",
        "16,128,''",
        "8,104,''"
    })
    void tags_hold_for_any_nonce_with_attributes_and_without(int nonce, int tag, String attribute) throws Exception {
        byte[] object = authenticated(new GCMParameterSpec(tag, new byte[nonce]), attribute);
        assertThat(Mails.text(opened(authEnveloped(object)).message())).endsWith(Mails.ENTITY);
        String bytes = new String(object, StandardCharsets.ISO_8859_1);
        int at = attribute.isEmpty() ? object.length - 16 : bytes.indexOf(attribute);
        object[at] ^= 1;
        assertThat(open(authEnveloped(object))).isEqualTo(new Damaged());
    }

    @Test
    void tags_that_are_too_short_are_refused() throws Exception {
        assertThat(open(authEnveloped(authenticated(new GCMParameterSpec(64, new byte[16]), ""))))
                .isEqualTo(new Damaged());
    }

    private static String authEnveloped(byte[] object) {
        return Mails.pkcs7(Mails.header(Mails.LABORATORY), "authEnveloped-data", object);
    }

    private static byte[] authenticated(GCMParameterSpec parameters, String attribute) throws Exception {
        CMSAuthEnvelopedDataStreamGenerator generator = new CMSAuthEnvelopedDataStreamGenerator();
        generator.addRecipientInfoGenerator(
                new JceKeyTransRecipientInfoGenerator(World.DOCTOR_ENCRYPTION.certificate()));
        if (!attribute.isEmpty()) {
            Attribute attributes = new Attribute(
                    new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"),
                    new DERSet(new DEROctetString(attribute.getBytes(StandardCharsets.US_ASCII))));
            generator.setAuthenticatedAttributeGenerator(ignored -> new AttributeTable(new DERSet(attributes)));
        }
        AlgorithmParameters algorithm = AlgorithmParameters.getInstance("GCM");
        algorithm.init(parameters);
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        var encryptor = (OutputAEADEncryptor) new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES128_GCM)
                .setProvider(new BouncyCastleProvider())
                .setAlgorithmParameters(algorithm)
                .build();
        try (var content = generator.open(object, encryptor)) {
            content.write(Mails.ENTITY.getBytes(StandardCharsets.US_ASCII));
        }
        return object.toByteArray();
    }

    @Test
    void a_sloppy_file_name_does_not_keep_a_message_shut() throws Exception {
        String encrypted = EncryptedMails.encrypted(Mails.plain(Mails.LABORATORY), ContentCipher.AES_256_CBC);
        assertThat(encrypted).contains("name=\"smime.p7m\"\r\nContent-Transfer");
        opened(encrypted.replace("name=\"smime.p7m\"\r\nContent-Transfer", "name=\"smime.p7m\r\nContent-Transfer"));
    }

    @Test
    void every_failure_to_decrypt_is_one_and_the_same() throws Exception {
        List<Opening> failures = new ArrayList<>();
        for (ContentCipher cipher : ContentCipher.values()) {
            String type = cipher == ContentCipher.AES_256_GCM ? "authEnveloped-data" : "enveloped-data";
            byte[] object = MessageOpenerTest.object(EncryptedMails.encrypted(Mails.plain(Mails.LABORATORY), cipher));
            for (int at : List.of(330, 400, object.length - 14, object.length - 30)) {
                byte[] changed = object.clone();
                changed[at] ^= 0x55;
                failures.add(open(Mails.pkcs7(Mails.header(Mails.LABORATORY), type, changed)));
            }
        }
        assertThat(failures).filteredOn(Opened.class::isInstance).allSatisfy(opening -> assertThat(
                        ((Opened) opening).integrity())
                .isEqualTo(ContentIntegrity.NOT_GUARANTEED));
        assertThat(failures)
                .filteredOn(opening -> !(opening instanceof Opened))
                .hasSizeGreaterThan(4)
                .containsOnly(new Damaged());
    }

    @Test
    void subject_that_the_sender_hid_is_the_one_to_show() throws Exception {
        String payload = "Content-Type: text/plain; hp=\"cipher\"\r\nFrom: faux@exemple.mssante.test\r\n"
                + "Subject: Mme DURAND\r\nHP-Outer: Subject: [...]\r\n\r\nBonjour\r\n";
        byte[] signature = CraftedSignature.by(World.LABORATORY_SIGNATURE).detached(payload);
        String header = Mails.header(Mails.LABORATORY).replace("resultat", "[...]");
        String sealed = EncryptedMails.encrypted(
                Mails.of(Mails.clearSigned(header.replace("Subject: [...]\r\n", ""), payload, signature)),
                ContentCipher.AES_256_CBC);
        Opened opened = opened("Subject: [...]\r\n" + sealed);
        String withTwoSubjects = EncryptedMails.encrypted(
                Mails.of(Mails.clearSigned(header, payload, signature)), ContentCipher.AES_256_GCM);
        assertThat(Mails.text(opened(withTwoSubjects).message()))
                .as("what was signed goes before what was encrypted")
                .contains("\r\nSubject: Mme DURAND\r\nMIME-Version: 1.0\r\n");
        assertThat(opened.header().flatMap(ProtectedHeader::subject)).contains("Mme DURAND");
        assertThat(Mails.text(opened.message()))
                .contains("From: " + Mails.LABORATORY)
                .startsWith("Subject: Mme DURAND\r\n")
                .endsWith("--frontiere--\r\n");
        assertThat(opened.integrity()).isEqualTo(ContentIntegrity.SIGNATURE);
    }
}
