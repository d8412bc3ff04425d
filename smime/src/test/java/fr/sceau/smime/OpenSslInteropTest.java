package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.Opening.Opened;
import fr.sceau.testpki.Issued;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both directions, against a peer that shares no code with us. */
class OpenSslInteropTest {
    private final OpenSsl openssl;
    private final World world;

    OpenSslInteropTest(@TempDir Path folder, @TempDir Path trust) {
        this.openssl = new OpenSsl(folder);
        this.world = new World(trust);
    }

    @Test
    void openssl_verifies_what_we_sign_and_finds_the_original_bytes() throws Exception {
        String signed = World.signed(World.LABORATORY_SIGNATURE, Mails.LABORATORY);
        assertThat(verifiedByOpenSsl(signed, World.LABORATORY_SIGNATURE)).isEqualTo(Mails.ENTITY);
    }

    @Test
    void openssl_verifies_what_we_sign_with_an_elliptic_curve() throws Exception {
        Issued signer = SmallAuthority.ec("secp384r1", KeyUsage.digitalSignature);
        assertThat(verifiedByOpenSsl(World.signed(signer, Mails.LABORATORY), signer))
                .isEqualTo(Mails.ENTITY);
    }

    private String verifiedByOpenSsl(String signed, Issued signer) throws Exception {
        String root = openssl.pem("root.pem", signer.chain().get(signer.chain().size() - 1));
        return openssl.cms(
                "-verify",
                "-in",
                openssl.file("signed.eml", signed),
                "-CAfile",
                root,
                "-attime",
                Long.toString(World.NOW.getEpochSecond()),
                "-purpose",
                "any");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-nodetach", "-keyopt rsa_padding_mode:pss", "-md sha512", "-keyid", "-cades", "-crlfeol"})
    void we_trust_what_openssl_signs(String options) throws Exception {
        String entity = openssl.cms(arguments(
                "-sign -in "
                        + openssl.file("entity", Mails.ENTITY)
                        + " -signer "
                        + openssl.pem("signer.pem", World.LABORATORY_SIGNATURE.certificate())
                        + " -inkey "
                        + openssl.key("key.pem", World.LABORATORY_SIGNATURE),
                options));
        assertThat(world.verify("From: " + Mails.LABORATORY + "\n" + entity).code())
                .isEqualTo("trusted");
    }

    @ParameterizedTest
    @EnumSource(ContentCipher.class)
    void openssl_decrypts_what_we_encrypt(ContentCipher cipher) throws Exception {
        assertThat(decryptedByOpenSsl(World.DOCTOR_ENCRYPTION, cipher)).isEqualTo(Mails.ENTITY_INSIDE);
    }

    @ParameterizedTest
    @CsvSource({"secp256r1,AES_256_CBC", "secp256r1,AES_256_GCM", "secp384r1,AES_256_CBC", "secp384r1,AES_256_GCM"})
    void openssl_decrypts_what_we_encrypt_to_an_elliptic_curve(String curve, ContentCipher cipher) throws Exception {
        Issued holder = SmallAuthority.ec(curve, KeyUsage.keyAgreement);
        assertThat(decryptedByOpenSsl(holder, cipher)).isEqualTo(Mails.ENTITY_INSIDE);
    }

    private String decryptedByOpenSsl(Issued holder, ContentCipher cipher) throws Exception {
        String encrypted = EncryptedMails.encrypted(Mails.plain(Mails.LABORATORY), cipher, holder.certificate());
        return openssl.cms(
                "-decrypt",
                "-in",
                openssl.file("encrypted.eml", encrypted),
                "-inkey",
                openssl.key("key.pem", holder),
                "-recip",
                openssl.pem("recipient.pem", holder.certificate()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-aes-256-cbc",
                "-aes-128-cbc",
                "-aes-256-gcm",
                "-aes-256-cbc -keyopt rsa_padding_mode:oaep",
                "-aes-256-gcm -keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256",
                "-aes-256-cbc -keyid"
            })
    void we_open_what_openssl_encrypts(String options) throws Exception {
        assertThat(openedByUs(World.DOCTOR_ENCRYPTION, options)).endsWith(Mails.ENTITY);
    }

    @ParameterizedTest
    @CsvSource({"secp256r1,-aes-256-cbc", "secp384r1,-aes-256-gcm"})
    void we_open_what_openssl_encrypts_to_an_elliptic_curve(String curve, String options) throws Exception {
        Issued holder = SmallAuthority.ec(curve, KeyUsage.keyAgreement);
        assertThat(openedByUs(holder, options)).endsWith(Mails.ENTITY);
    }

    private String openedByUs(Issued holder, String options) throws Exception {
        String entity = openssl.cms(arguments(
                "-encrypt -in "
                        + openssl.file("entity", Mails.ENTITY)
                        + " -recip "
                        + openssl.pem("recipient.pem", holder.certificate()),
                options));
        Opening opening = new MessageOpener()
                .open(Mails.of(Mails.header(Mails.LABORATORY) + entity), List.of(World.decryptionKey(holder)));
        assertThat(opening).isInstanceOf(Opened.class);
        return Mails.text(((Opened) opening).message());
    }

    private static String[] arguments(String first, String options) {
        return (first + " " + options).strip().split(" ");
    }
}
