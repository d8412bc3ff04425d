package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where in a message a signature is, and where none is. */
class MessageStructureTest {
    private final World world;

    MessageStructureTest(@TempDir Path trust) {
        this.world = new World(trust);
    }

    private String code(String message) throws Exception {
        return world.verify(message).code();
    }

    @Test
    void opaque_signature_is_found_under_a_file_name_and_without_smime_type() throws Exception {
        byte[] object = CraftedSignature.by(World.DOCTOR_SIGNATURE).opaque(Mails.ENTITY);
        String message = Mails.pkcs7(Mails.header(Mails.DOCTOR), "signed-data", object)
                .replace("application/pkcs7-mime; smime-type=signed-data", "application/octet-stream");
        assertThat(code(message)).isEqualTo("trusted");
    }

    @Test
    void ordinary_mail_is_unsigned() throws Exception {
        assertThat(world.verifier().verify(Mails.plain(Mails.DOCTOR), World.NOW).code())
                .isEqualTo("unsigned");
    }

    @Test
    void pgp_signature_is_unsigned() throws Exception {
        String message = Mails.header(Mails.DOCTOR)
                + "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=b\r\n\r\n--b--\r\n";
        assertThat(code(message)).isEqualTo("unsigned");
    }

    @Test
    void signed_mail_in_an_attachment_is_unsigned() throws Exception {
        String inner = World.signed(World.DOCTOR_SIGNATURE, Mails.DOCTOR);
        String message = Mails.header(Mails.DOCTOR)
                + "Content-Type: multipart/mixed; boundary=outer\r\n\r\n--outer\r\nContent-Type: message/rfc822\r\n\r\n"
                + inner + "\r\n--outer--\r\n";
        assertThat(code(message)).isEqualTo("unsigned");
    }

    @Test
    void certificates_only_are_unsigned() throws Exception {
        byte[] object = CraftedSignature.by()
                .certificates(World.DOCTOR_SIGNATURE.chain())
                .detached("");
        assertThat(code(Mails.pkcs7(Mails.header(Mails.DOCTOR), "certs-only", object)))
                .isEqualTo("unsigned");
    }

    @Test
    void content_without_any_signer_is_invalid() throws Exception {
        byte[] object = CraftedSignature.by()
                .certificates(World.DOCTOR_SIGNATURE.chain())
                .opaque(Mails.ENTITY);
        assertThat(code(Mails.pkcs7(Mails.header(Mails.DOCTOR), "certs-only", object)))
                .isEqualTo("invalid.no-signer");
    }

    @Test
    void clear_signature_without_any_signer_is_invalid() throws Exception {
        assertThat(code(CraftedSignature.mail(CraftedSignature.by().certificates(World.DOCTOR_SIGNATURE.chain()))))
                .isEqualTo("invalid.no-signer");
    }

    @Test
    void signed_object_that_is_not_mail_is_invalid() throws Exception {
        CraftedSignature token =
                CraftedSignature.by(World.DOCTOR_SIGNATURE).contentType(CMSObjectIdentifiers.timestampedData);
        assertThat(code(Mails.pkcs7(Mails.header(Mails.DOCTOR), "signed-data", token.opaque(Mails.ENTITY))))
                .isEqualTo("invalid.malformed");
    }

    @Test
    void content_inside_a_detached_signature_is_invalid() throws Exception {
        byte[] both = CraftedSignature.by(World.DOCTOR_SIGNATURE).opaque(Mails.ENTITY);
        assertThat(code(Mails.clearSigned(Mails.header(Mails.DOCTOR), Mails.ENTITY, both)))
                .isEqualTo("invalid.malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rien", "MAA=", "MIAGCSqGSIb3DQEHAqCA"})
    void garbage_in_place_of_the_object_is_malformed(String base64) throws Exception {
        String header = Mails.header(Mails.DOCTOR) + "Content-Transfer-Encoding: base64\r\n";
        assertThat(code(header + "Content-Type: application/pkcs7-mime; smime-type=signed-data\r\n\r\n" + base64))
                .isEqualTo("invalid.malformed");
    }

    @Test
    void bare_line_feeds_do_not_break_a_signature() throws Exception {
        String signed = World.signed(World.DOCTOR_SIGNATURE, Mails.DOCTOR);
        assertThat(code(signed.replace("\r\n", "\n"))).isEqualTo("trusted");
    }

    @Test
    void line_ends_of_binary_content_are_content() throws Exception {
        String entity = "Content-Type: text/plain\r\nContent-Transfer-Encoding: binary\r\n\r\nun\r\ndeux\r\n";
        byte[] signature = CraftedSignature.by(World.DOCTOR_SIGNATURE).detached(entity);
        String header = Mails.header(Mails.DOCTOR);
        assertThat(code(Mails.clearSigned(header, entity, signature))).isEqualTo("trusted");
        assertThat(code(Mails.clearSigned(header, entity.replace("\r\ndeux", "\ndeux"), signature)))
                .isEqualTo("invalid.digest-mismatch");
    }

    @Test
    void two_content_types_are_malformed() throws Exception {
        String signed = World.signed(World.DOCTOR_SIGNATURE, Mails.DOCTOR);
        assertThat(code("Content-Type: text/plain\r\n" + signed)).isEqualTo("invalid.malformed");
    }

    @Test
    void third_part_is_malformed() throws Exception {
        String signed = CraftedSignature.mail(CraftedSignature.by(World.DOCTOR_SIGNATURE));
        String more = signed.replace("--frontiere--", "--frontiere\r\n\r\nfaux resultat\r\n--frontiere--");
        assertThat(code(more)).isEqualTo("invalid.malformed");
    }

    @Test
    void encrypted_mail_is_sealed() throws Exception {
        String sealed = EncryptedMails.encrypted(Mails.plain(Mails.DOCTOR), ContentCipher.AES_256_CBC);
        assertThat(code(sealed)).isEqualTo("sealed");
        assertThat(code(EncryptedMails.encrypted(Mails.plain(Mails.DOCTOR), ContentCipher.AES_256_GCM)))
                .isEqualTo("sealed");
    }

    @Test
    void signature_around_encrypted_mail_vouches_for_nothing_inside() throws Exception {
        String sealed = EncryptedMails.encrypted(Mails.plain(Mails.DOCTOR), ContentCipher.AES_256_CBC);
        assertThat(code(World.signed(World.DOCTOR_SIGNATURE, Mails.of(sealed)))).isEqualTo("sealed");
    }
}
