package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.Layer.Signed;
import fr.sceau.smime.Opening.Opened;
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
import org.jspecify.annotations.Nullable;
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
    @CsvSource({"E,", "EC,C", "CE,", "OE,", "CCE,", "CEC,C", "OEO,O", "COE,", "ECC,CC"})
    void envelope_is_opened_inside_the_signatures_around_it(String wrapping, @Nullable String left) throws Exception {
        try (Opening opening = new MessageOpener().open(Mails.of(wrapped(wrapping)), KEYS)) {
            Opened opened = (Opened) opening;
            assertThat(opened.signedAround()).isEqualTo(!wrapping.startsWith("E"));
            Layers inside = verifier.layers(opened.message(), List.of(), World.NOW);
            assertThat(inside.layers()).hasSize(left == null ? 0 : left.length());
            assertThat(Mails.text(opened.message()))
                    .startsWith("From: " + Mails.LABORATORY)
                    .contains("Subject: resultat")
                    .contains(left != null && left.startsWith("O") ? "signed-data" : "Glycemie 1,02");
        }
    }

    @Test
    void envelope_inside_a_signature_that_does_not_match_stays_closed() throws Exception {
        String wrapped = wrapped("CEC");
        int at = wrapped.length() / 3;
        String changed = wrapped.substring(0, at) + (wrapped.charAt(at) == 'A' ? 'B' : 'A') + wrapped.substring(at + 1);
        assertThat(new MessageOpener().open(Mails.of(changed), KEYS)).isInstanceOf(Opening.NotEncrypted.class);
    }

    @Test
    void envelope_beside_another_part_under_one_signature_stays_an_attachment() throws Exception {
        String sealed = wrapped("EC");
        String mixed = Mails.header(Mails.LABORATORY)
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<img src='\r\n--b\r\n"
                + sealed.substring(sealed.indexOf("Content-Type:")) + "\r\n--b--\r\n";
        for (String message : List.of(mixed, wrap('C', mixed), wrap('O', mixed))) {
            assertThat(new MessageOpener().open(Mails.of(message), KEYS)).isInstanceOf(Opening.NotEncrypted.class);
        }
    }

    @Test
    void deeper_than_the_walk_nothing_is_opened() throws Exception {
        assertThat(new MessageOpener().open(Mails.of(wrapped("CCCE")), KEYS)).isInstanceOf(Opening.NotEncrypted.class);
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

    private static String addressedInside(String fields) {
        String entity = "Content-Type: text/plain; hp=\"clear\"\r\n" + fields + "\r\nGlycemie 1,02 g/L\r\n";
        return Mails.clearSigned(
                Mails.header(Mails.LABORATORY),
                entity,
                CraftedSignature.by(World.LABORATORY_SIGNATURE).detached(entity));
    }

    @Test
    void signed_recipients_are_compared_with_those_who_got_it() throws Exception {
        String message = addressedInside("To: Paul <" + Mails.PAUL + ">\r\nCc: x@b.test\r\n");
        for (String wrapped : List.of(message, wrap('E', message), wrap('C', message))) {
            Layers layers = layers(wrapped);
            assertThat(layers.routing(List.of("X@b.test")).orElseThrow().leftOut())
                    .isEmpty();
            assertThat(layers.routing(List.of(Mails.PAUL, Mails.DOCTOR))
                            .orElseThrow()
                            .leftOut())
                    .containsExactly(Mails.DOCTOR);
        }
    }

    @Test
    void recipients_that_nobody_believable_signed_are_not_compared() throws Exception {
        String addressed = addressedInside("To: Paul <" + Mails.PAUL + ">\r\n");
        assertThat(layers(wrapped("C")).routing(List.of(Mails.DOCTOR)))
                .as("none inside")
                .isEmpty();
        assertThat(layers(addressed.replace("1,02", "9,02")).routing(List.of(Mails.DOCTOR)))
                .as("changed")
                .isEmpty();
        assertThat(layers(opaque(World.DOCTOR_SIGNATURE, addressed)).routing(List.of(Mails.DOCTOR)))
                .as("another signer who is not established")
                .isEmpty();
        assertThat(layers(addressedInside("To: undisclosed-recipients:;\r\n"))
                        .routing(List.of(Mails.DOCTOR))
                        .orElseThrow()
                        .leftOut())
                .as("a mailing that names nobody")
                .isEmpty();
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
        assertThat(layers.verdict().code()).isEqualTo("sealed.cipher-refused");
        assertThat(layers.layers().get(0).sentence())
                .isEqualTo("Chiffré (DES-EDE3-CBC), par un procédé qui n'est plus admis.");
    }

    @Test
    void damaged_seal_stays_closed_and_is_said_to_be_damaged() throws Exception {
        String sealed = EncryptedMails.encrypted(Mails.plain(Mails.LABORATORY), ContentCipher.AES_256_GCM);
        int at = sealed.length() - 60;
        char other = sealed.charAt(at) == 'A' ? 'B' : 'A';
        String damaged = sealed.substring(0, at) + other + sealed.substring(at + 1);
        assertThat(layers(damaged).code()).isEqualTo("encrypted:aes-256-gcm:damaged");
        assertThat(layers(damaged).verdict().code()).isEqualTo("sealed.damaged");
        for (String mail : List.of(damaged, sealed.substring(0, 600) + "\r\n")) {
            Layers withoutKey = verifier.layers(Mails.of(mail), List.of(), World.NOW);
            assertThat(withoutKey.verdict().code()).as("nobody tried").isEqualTo("sealed");
        }
    }

    @Test
    void encryption_of_which_only_the_start_is_left_is_told_and_stays_sealed() throws Exception {
        byte[] object = EnvelopedObject.to(World.DOCTOR_ENCRYPTION, Mails.ENTITY, CMSAlgorithm.AES256_CBC);
        Layers layers =
                layers(Mails.pkcs7(Mails.header(Mails.LABORATORY), "enveloped-data", Arrays.copyOf(object, 100)));
        assertThat(layers.code()).isEqualTo("encrypted:unreadable:damaged");
        assertThat(layers.verdict().code()).isEqualTo("sealed.damaged");
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
