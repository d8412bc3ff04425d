package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.Layer.Signed;
import fr.sceau.smime.SignatureVerdict.Trusted;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.testpki.Issued;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSCompressedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.ZlibCompressor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of each layer of a message, and of all together. */
class LayersTest {
    private static final String SEALED = "encrypted:aes-256-cbc:opened";
    private static final String CLEAR = "multipart-signed:trusted";
    private static final String OPAQUE = "signed-data:trusted";
    private static final List<DecryptionKey> KEYS = List.of(World.decryptionKey(World.DOCTOR_ENCRYPTION));

    private final MessageVerifier verifier;

    LayersTest(@TempDir Path trust) throws SmimeException {
        this.verifier = new World(trust).verifier();
    }

    private Layers layers(String message) throws Exception {
        return verifier.layers(Mails.of(message), KEYS, World.NOW);
    }

    /** {@code C}lear or {@code O}paque signatures of the laboratory and {@code E}ncryption around a plain mail, outermost first. */
    private static String wrapped(String wrapping) throws Exception {
        String message = Mails.text(Mails.plain(Mails.LABORATORY));
        for (int i = wrapping.length() - 1; i >= 0; i--) {
            message = wrap(wrapping.charAt(i), message);
        }
        return message;
    }

    private static String wrap(char layer, String message) throws Exception {
        return switch (layer) {
            case 'C' -> World.signed(World.LABORATORY_SIGNATURE, Mails.of(message));
            case 'O' -> opaque(World.LABORATORY_SIGNATURE, message);
            default -> EncryptedMails.encrypted(Mails.of(message), ContentCipher.AES_256_CBC);
        };
    }

    /** The message's entity in a signed-data object under the same header. */
    private static String opaque(Issued signer, String message) {
        String entity = message.substring(message.indexOf("Content-Type:"));
        return Mails.pkcs7(
                Mails.header(Mails.LABORATORY),
                "signed-data",
                CraftedSignature.by(signer).opaque(entity));
    }

    @Test
    void ordinary_mail_has_no_layer() throws Exception {
        assertThat(layers(wrapped("")).code()).isEqualTo("none");
        assertThat(layers(wrapped("")).verdict().code()).isEqualTo("unsigned");
    }

    @ParameterizedTest
    @CsvSource({"C", "O", "EC", "EO", "CC", "OC", "CEC", "OEO", "CEO", "OEC", "COC", "ECC"})
    void signatures_inside_are_found_in_every_legal_nesting(String wrapping) throws Exception {
        Layers layers = layers(wrapped(wrapping));
        String expected = wrapping.replace("C", CLEAR + " > ")
                .replace("O", OPAQUE + " > ")
                .replace("E", SEALED + " > ");
        assertThat(layers.code() + " > ").isEqualTo(expected);
        assertThat(layers.verdict()).isInstanceOf(Trusted.class);
        assertThat(layers.integrityGuaranteed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"CE", "OE", "CCE"})
    void what_is_only_signed_after_encryption_has_no_author(String wrapping) throws Exception {
        Layers layers = layers(wrapped(wrapping));
        assertThat(layers.verdict().code()).isEqualTo("invalid.encrypted-then-signed");
        assertThat(layers.code())
                .startsWith(wrapping.startsWith("C") ? CLEAR : OPAQUE)
                .endsWith(SEALED);
        assertThat(layers.integrityGuaranteed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"CE", "E", "EC", "CEC"})
    void without_a_key_nothing_is_said_of_what_is_sealed(String wrapping) throws Exception {
        Layers layers = verifier.layers(Mails.of(wrapped(wrapping)), List.of(), World.NOW);
        assertThat(layers.verdict().code()).isEqualTo("sealed");
        assertThat(layers.code()).endsWith("encrypted:aes-256-cbc:closed");
    }

    @ParameterizedTest
    @CsvSource({"CCCC", "CECC", "EE", "CEE", "ECE"})
    void deeper_nesting_and_encryption_in_encryption_are_refused(String wrapping) throws Exception {
        Layers layers = layers(wrapped(wrapping));
        assertThat(layers.verdict().code()).isEqualTo("invalid.nesting-refused");
        assertThat(layers.code()).endsWith(" > refused");
    }

    @ParameterizedTest
    @EnumSource(ContentCipher.class)
    void sealed_mail_without_a_signature_is_unsigned(ContentCipher cipher) throws Exception {
        Layers layers = layers(EncryptedMails.encrypted(Mails.plain(Mails.LABORATORY), cipher));
        assertThat(layers.verdict().code()).isEqualTo("unsigned");
        assertThat(layers.integrityGuaranteed()).isEqualTo(cipher == ContentCipher.AES_256_GCM);
    }

    @Test
    void one_bad_signature_among_the_layers_decides() throws Exception {
        String byStranger = opaque(World.DOCTOR_SIGNATURE, wrapped("C"));
        assertThat(layers(byStranger).code()).isEqualTo("signed-data:untrusted.not-delegate > " + CLEAR);
        assertThat(layers(byStranger).verdict().code()).isEqualTo("untrusted.not-delegate");
        String tampered = wrapped("C").replace("1,02 g/L", "9,02 g/L");
        Layers around = layers(opaque(World.LABORATORY_SIGNATURE, tampered));
        assertThat(around.code()).isEqualTo(OPAQUE + " > multipart-signed:invalid.digest-mismatch");
        assertThat(around.verdict().code()).isEqualTo("invalid.digest-mismatch");
        assertThat(layers(wrap('E', byStranger)).verdict().code()).isEqualTo("untrusted.not-delegate");
    }

    @Test
    void each_signer_of_a_layer_has_a_verdict() throws Exception {
        String two = Mails.clearSigned(
                Mails.header(Mails.LABORATORY),
                Mails.ENTITY,
                CraftedSignature.by(World.LABORATORY_SIGNATURE, World.DOCTOR_SIGNATURE)
                        .detached(Mails.ENTITY));
        assertThat(layers(two).layers()).singleElement().isInstanceOfSatisfying(Signed.class, layer -> {
            assertThat(layer.signers())
                    .extracting(SignatureVerdict::code)
                    .containsExactlyInAnyOrder("trusted", "untrusted.not-delegate");
            assertThat(layer.verdict().code()).isEqualTo("untrusted.not-delegate");
        });
    }

    @Test
    void legacy_ciphers_are_named_and_not_opened() throws Exception {
        byte[] object = EnvelopedObject.to(World.DOCTOR_ENCRYPTION, Mails.ENTITY, CMSAlgorithm.DES_EDE3_CBC);
        Layers layers = layers(Mails.pkcs7(Mails.header(Mails.LABORATORY), "enveloped-data", object));
        assertThat(layers.code()).isEqualTo("encrypted:des-ede3-cbc:legacy");
        assertThat(layers.verdict().code()).isEqualTo("sealed");
        assertThat(layers.layers().get(0).sentence())
                .isEqualTo("Chiffré (DES-EDE3-CBC), par un procédé qui n'est plus admis.");
    }

    @Test
    void damaged_seal_stays_sealed() throws Exception {
        String sealed = EncryptedMails.encrypted(Mails.plain(Mails.LABORATORY), ContentCipher.AES_256_GCM);
        int at = sealed.length() - 60;
        char other = sealed.charAt(at) == 'A' ? 'B' : 'A';
        Layers layers = layers(sealed.substring(0, at) + other + sealed.substring(at + 1));
        assertThat(layers.code()).isEqualTo("encrypted:aes-256-gcm:damaged");
        assertThat(layers.verdict().code()).isEqualTo("sealed");
    }

    @Test
    void encryption_of_which_only_the_start_is_left_is_told_and_stays_sealed() throws Exception {
        byte[] object = EnvelopedObject.to(World.DOCTOR_ENCRYPTION, Mails.ENTITY, CMSAlgorithm.AES256_CBC);
        Layers layers =
                layers(Mails.pkcs7(Mails.header(Mails.LABORATORY), "enveloped-data", Arrays.copyOf(object, 100)));
        assertThat(layers.code()).isEqualTo("encrypted:unreadable:damaged");
        assertThat(layers.verdict().code()).isEqualTo("sealed");
    }

    @Test
    void certificates_and_compressed_content_are_layers_without_a_signature() throws Exception {
        byte[] certificates = CraftedSignature.by()
                .certificates(World.DOCTOR_SIGNATURE.chain())
                .detached("");
        String header = Mails.header(Mails.DOCTOR);
        assertThat(layers(Mails.pkcs7(header, "certs-only", certificates)).code())
                .isEqualTo("certs-only");
        byte[] compressed = new CMSCompressedDataGenerator()
                .generate(
                        new CMSProcessableByteArray(Mails.ENTITY.getBytes(StandardCharsets.US_ASCII)),
                        new ZlibCompressor())
                .getEncoded();
        assertThat(layers(Mails.pkcs7(header, "compressed-data", compressed)).code())
                .isEqualTo("compressed");
        assertThat(layers(Mails.pkcs7(header, "compressed-data", compressed))
                        .verdict()
                        .code())
                .isEqualTo("unsigned");
    }

    @Test
    void signed_file_that_is_an_attachment_is_no_layer() throws Exception {
        byte[] file = CraftedSignature.by(World.DOCTOR_SIGNATURE).opaque(Mails.ENTITY);
        String attached = Mails.pkcs7(Mails.header(Mails.LABORATORY), "signed-data", file)
                .replace("application/pkcs7-mime; smime-type=signed-data", "application/octet-stream");
        assertThat(layers(World.signed(World.LABORATORY_SIGNATURE, Mails.of(attached)))
                        .code())
                .isEqualTo(CLEAR);
    }

    @Test
    void no_change_of_a_nested_mail_makes_it_trusted_by_other_layers() throws Exception {
        String mail = wrapped("OEC");
        Random random = new Random(4);
        for (int i = 0; i < 250; i++) {
            int at = random.nextInt(mail.length());
            String changed = mail.substring(0, at) + (char) random.nextInt(256) + mail.substring(at + 1);
            Layers layers = layers(random.nextBoolean() ? changed : mail.substring(0, at));
            if (layers.verdict() instanceof Trusted) {
                assertThat(layers.code()).as("byte %d", at).isEqualTo(OPAQUE + " > " + SEALED + " > " + CLEAR);
            }
        }
    }
}
