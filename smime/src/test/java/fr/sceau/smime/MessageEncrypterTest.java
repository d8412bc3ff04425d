package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.smime.header.ConfidentialFields;
import fr.sceau.testpki.Issued;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.smime.SMIMECapability;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cms.CMSAuthEnvelopedDataParser;
import org.bouncycastle.cms.CMSEnvelopedDataParser;
import org.bouncycastle.cms.RecipientInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the envelope is made of, by what its recipients open. */
class MessageEncrypterTest {
    private static final Issued PLAIN = rsa();
    private static final Issued MODERN = rsa(
            new SMIMECapability(NISTObjectIdentifiers.id_aes256_GCM, null),
            new SMIMECapability(
                    PKCSObjectIdentifiers.id_RSAES_OAEP,
                    new RSAESOAEPparams(
                            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256),
                            RSAESOAEPparams.DEFAULT_MASK_GEN_FUNCTION,
                            RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM)));
    private static final Issued OLD = rsa(
            new SMIMECapability(NISTObjectIdentifiers.id_aes128_GCM, null),
            new SMIMECapability(PKCSObjectIdentifiers.des_EDE3_CBC, null),
            new SMIMECapability(PKCSObjectIdentifiers.id_RSAES_OAEP, null));

    private final MessageEncrypter encrypter = new MessageEncrypter();

    private static Issued rsa(SMIMECapability... capabilities) {
        try {
            Extension extension = new Extension(
                    new ASN1ObjectIdentifier("1.2.840.113549.1.9.15"),
                    false,
                    new DEROctetString(new DERSequence(capabilities)));
            return SmallAuthority.rsa(2048, KeyUsage.keyEncipherment, List.of(extension));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Recipient recipient(Issued issued) {
        return Recipient.of(issued.certificate());
    }

    private String encrypted(String message, Recipient... recipients) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        encrypter.encrypt(Mails.of(message), List.of(recipients), out);
        return Mails.text(out);
    }

    private String encrypted(Recipient... recipients) throws Exception {
        return encrypted(Mails.header(Mails.LABORATORY) + Mails.ENTITY, recipients);
    }

    private static String opened(String encrypted, Issued holder) throws Exception {
        try (Opening opening = new MessageOpener().open(Mails.of(encrypted), List.of(World.decryptionKey(holder)))) {
            assertThat(opening).isInstanceOf(Opening.Opened.class);
            return Mails.text(((Opening.Opened) opening).message());
        }
    }

    private static ByteArrayInputStream object(String message) throws Exception {
        String body = message.substring(message.indexOf("\r\n\r\n") + 4);
        return new ByteArrayInputStream(Base64.getMimeDecoder()
                .wrap(new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII)))
                .readAllBytes());
    }

    @Test
    void capabilities_are_those_that_the_certificate_states() {
        assertThat(Capabilities.of(MODERN.certificate())).isEqualTo(new Capabilities(true, true));
        assertThat(Capabilities.of(OLD.certificate()))
                .as("another key length, and OAEP with SHA-1")
                .isEqualTo(Capabilities.UNKNOWN);
        assertThat(Capabilities.of(World.DOCTOR_ENCRYPTION.certificate())).isEqualTo(Capabilities.UNKNOWN);
    }

    @Test
    void unreadable_capabilities_say_nothing() throws Exception {
        Extension broken = new Extension(
                new ASN1ObjectIdentifier("1.2.840.113549.1.9.15"), false, new DEROctetString(new byte[] {0x30, 5, 1}));
        Issued issued = SmallAuthority.rsa(2048, KeyUsage.keyEncipherment, List.of(broken));
        assertThat(Capabilities.of(issued.certificate())).isEqualTo(Capabilities.UNKNOWN);
    }

    @Test
    void authenticated_encryption_is_used_when_every_recipient_opens_it() throws Exception {
        String encrypted = encrypted(recipient(MODERN));
        assertThat(encrypted).contains("smime-type=authEnveloped-data");
        assertThat(new CMSAuthEnvelopedDataParser(object(encrypted)).getEncAlgOID())
                .isEqualTo(NISTObjectIdentifiers.id_aes256_GCM.getId());
        assertThat(opened(encrypted, MODERN)).endsWith(Mails.ENTITY);
    }

    @Test
    void the_weakest_recipient_decides_and_nothing_is_weaker_than_aes_256_cbc() throws Exception {
        String encrypted = encrypted(recipient(MODERN), recipient(OLD));
        assertThat(encrypted).contains("smime-type=enveloped-data");
        assertThat(new CMSEnvelopedDataParser(object(encrypted)).getEncryptionAlgOID())
                .isEqualTo(NISTObjectIdentifiers.id_aes256_CBC.getId());
        assertThat(opened(encrypted, MODERN)).isEqualTo(opened(encrypted, OLD));
    }

    @Test
    void what_the_caller_knows_goes_before_the_certificate() throws Exception {
        Recipient known = new Recipient(PLAIN.certificate(), new Capabilities(true, true));
        String encrypted = encrypted(known);
        assertThat(encrypted).contains("smime-type=authEnveloped-data");
        assertThat(opened(encrypted, PLAIN)).endsWith(Mails.ENTITY);
    }

    @Test
    void oaep_is_for_those_who_are_known_to_open_it_and_its_parameters_are_written_out() throws Exception {
        var recipients =
                new CMSEnvelopedDataParser(object(encrypted(recipient(MODERN), recipient(PLAIN)))).getRecipientInfos();
        Map<ASN1ObjectIdentifier, AlgorithmIdentifier> wrappings = recipients.getRecipients().stream()
                .map(RecipientInformation::getKeyEncryptionAlgorithm)
                .collect(Collectors.toMap(AlgorithmIdentifier::getAlgorithm, Function.identity()));
        assertThat(wrappings)
                .containsOnlyKeys(PKCSObjectIdentifiers.id_RSAES_OAEP, PKCSObjectIdentifiers.rsaEncryption);
        RSAESOAEPparams parameters =
                RSAESOAEPparams.getInstance(Objects.requireNonNull(wrappings.get(PKCSObjectIdentifiers.id_RSAES_OAEP))
                        .getParameters());
        assertThat(parameters.getHashAlgorithm().getAlgorithm()).isEqualTo(NISTObjectIdentifiers.id_sha256);
        assertThat(AlgorithmIdentifier.getInstance(
                                parameters.getMaskGenAlgorithm().getParameters())
                        .getAlgorithm())
                .isEqualTo(NISTObjectIdentifiers.id_sha256);
    }

    private String wrapping(Recipient recipient) throws Exception {
        RecipientInformation only = new CMSEnvelopedDataParser(object(encrypted(recipient)))
                .getRecipientInfos()
                .getRecipients()
                .iterator()
                .next();
        return only.getKeyEncryptionAlgOID();
    }

    @Test
    void pkcs1_is_for_those_of_whom_nothing_is_known() throws Exception {
        Capabilities oaep = new Capabilities(false, true);
        assertThat(wrapping(new Recipient(PLAIN.certificate(), oaep)))
                .isEqualTo(PKCSObjectIdentifiers.id_RSAES_OAEP.getId());
        assertThat(wrapping(recipient(PLAIN))).isEqualTo(PKCSObjectIdentifiers.rsaEncryption.getId());
    }

    /** RFC 5753 7.1.4. */
    @ParameterizedTest
    @CsvSource({"secp256r1,1.3.132.1.11.1", "secp384r1,1.3.132.1.11.2", "secp521r1,1.3.132.1.11.3"})
    void elliptic_curves_agree_on_a_key_by_a_hash_as_strong(String curve, String scheme) throws Exception {
        Issued holder = SmallAuthority.ec(curve, KeyUsage.keyAgreement);
        assertThat(wrapping(recipient(holder))).isEqualTo(scheme);
        assertThat(opened(encrypted(recipient(holder), recipient(PLAIN)), holder))
                .endsWith(Mails.ENTITY);
    }

    @Test
    void the_senders_own_copy_stays_readable() throws Exception {
        Issued sender = PLAIN;
        String sent = encrypted(recipient(World.DOCTOR_ENCRYPTION), recipient(sender));
        assertThat(opened(sent, sender)).isEqualTo(opened(sent, World.DOCTOR_ENCRYPTION));
    }

    @Test
    void the_sender_is_added_where_that_weakens_nothing_for_the_others() throws Exception {
        for (Issued to : List.of(MODERN, OLD)) {
            for (Issued own : List.of(MODERN, PLAIN)) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                ContentCipher cipher = new MessageEncrypter()
                        .encrypt(Mails.plain(Mails.DOCTOR), List.of(recipient(to)), List.of(recipient(own)), out);
                assertThat(cipher).isEqualTo(to == MODERN ? ContentCipher.AES_256_GCM : ContentCipher.AES_256_CBC);
                Opening opening =
                        new MessageOpener().open(Mails.of(Mails.text(out)), List.of(World.decryptionKey(own)));
                assertThat(opening instanceof Opening.Opened).isEqualTo(to == OLD || own == MODERN);
            }
        }
    }

    @Test
    void certificates_that_nothing_can_be_encrypted_to_are_known_beforehand() throws Exception {
        assertThat(Recipient.unfit(PLAIN.certificate())).isEmpty();
        assertThat(Recipient.unfit(
                        SmallAuthority.ec("secp384r1", KeyUsage.keyAgreement).certificate()))
                .isEmpty();
        assertThat(Recipient.unfit(
                        SmallAuthority.rsa(1024, KeyUsage.keyEncipherment).certificate()))
                .contains(Unfit.SHORT_KEY);
        assertThat(Recipient.unfit(World.DOCTOR_SIGNATURE.certificate())).contains(Unfit.WRONG_PURPOSE);
        KeyPair foreign = KeyPairGenerator.getInstance("X25519").generateKeyPair();
        X509Certificate unknown = World.doctor()
                .key(foreign)
                .keyUsage(KeyUsage.keyAgreement)
                .encryption()
                .certificate();
        assertThat(Recipient.unfit(unknown)).contains(Unfit.KEY_TYPE);
        assertThat(Unfit.KEY_TYPE.code()).isEqualTo("key-type");
    }

    @Test
    void short_keys_and_no_keys_are_refused() throws Exception {
        Recipient shortKey = recipient(SmallAuthority.rsa(1024, KeyUsage.keyEncipherment));
        assertThatThrownBy(() -> encrypted(shortKey)).isInstanceOf(SmimeException.class);
        assertThatThrownBy(() -> encrypted(new Recipient[0])).isInstanceOf(SmimeException.class);
    }

    @Test
    void nothing_that_may_name_a_patient_is_seen_outside_and_all_comes_back() throws Exception {
        String message = "From: a@b.test\r\nSUBJECT: Resultats de\r\n Mme DURAND Jeanne\r\nThread-Topic: DURAND\r\n"
                + "To: c@d.test\r\nComments: DURAND\r\nKeywords: DURAND\r\nMIME-Version: 1.0\r\n" + Mails.ENTITY;
        String encrypted = encrypted(message, recipient(PLAIN));
        assertThat(encrypted).doesNotContain("DURAND").contains(ConfidentialFields.NEUTRAL_SUBJECT.raw());
        List<String> lines = Arrays.asList(opened(encrypted, PLAIN).split("\r\n"));
        assertThat(lines).containsExactlyInAnyOrder(message.split("\r\n"));
        assertThat(lines.indexOf("SUBJECT: Resultats de")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(ContentCipher.class)
    void every_line_of_a_sealed_mail_has_its_end_and_the_last_one_too(ContentCipher cipher) throws Exception {
        String encrypted = EncryptedMails.encrypted(Mails.plain(Mails.DOCTOR), cipher);
        assertThat(encrypted).endsWith("\r\n");
        assertThat(encrypted.replace("\r\n", "")).doesNotContain("\r", "\n");
    }

    @Test
    void message_without_a_subject_gets_none() throws Exception {
        assertThat(encrypted("From: a@b.test\r\n\r\ncorps", recipient(PLAIN))).doesNotContain("Subject");
    }
}
