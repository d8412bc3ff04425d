package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.Layer.Signed;
import fr.sceau.smime.keys.DecryptionKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSCompressedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.ZlibCompressor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of each kind of layer. */
class LayerKindsTest {
    private static final String CLEAR = "multipart-signed:trusted";
    private static final List<DecryptionKey> KEYS = List.of(World.decryptionKey(World.DOCTOR_ENCRYPTION));

    private final MessageVerifier verifier;

    LayerKindsTest(@TempDir Path trust) throws SmimeException {
        this.verifier = new World(trust).verifier();
    }

    private Layers layers(String message) throws Exception {
        return verifier.layers(Mails.of(message), KEYS, World.NOW);
    }

    @ParameterizedTest
    @EnumSource(ContentCipher.class)
    void sealed_mail_without_a_signature_is_unsigned(ContentCipher cipher) throws Exception {
        Layers layers = layers(EncryptedMails.encrypted(Mails.plain(Mails.LABORATORY), cipher));
        assertThat(layers.verdict().code()).isEqualTo("unsigned");
        assertThat(layers.integrityGuaranteed()).isEqualTo(cipher == ContentCipher.AES_256_GCM);
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
}
