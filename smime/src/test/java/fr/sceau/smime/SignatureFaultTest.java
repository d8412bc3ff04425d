package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.smime.SignatureVerdict.Trusted;
import fr.sceau.smime.cms.Integrity;
import fr.sceau.smime.cms.IntegrityChecker;
import fr.sceau.smime.identity.CertificateIdentity;
import fr.sceau.smime.trust.CrlCache;
import fr.sceau.smime.trust.PathValidator;
import fr.sceau.smime.trust.TrustAnchors;
import fr.sceau.testpki.Issued;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with the signature itself. */
class SignatureFaultTest {
    private final Path trust;
    private final World world;

    SignatureFaultTest(@TempDir Path trust) {
        this.trust = trust;
        this.world = new World(trust);
    }

    private String code(String message) throws Exception {
        return world.verify(message).code();
    }

    @Test
    void own_signature_is_trusted_and_names_the_signer() throws Exception {
        SignatureVerdict verdict = world.verify(World.signed(World.DOCTOR_SIGNATURE, Mails.DOCTOR));
        assertThat(verdict).isInstanceOfSatisfying(Trusted.class, trusted -> {
            assertThat(trusted.signer().identity())
                    .isEqualTo(new CertificateIdentity.Person(World.DOCTOR_ID, "MARTIN", "CLAIRE"));
            assertThat(trusted.signer().claimedAt()).isPresent();
            assertThat(trusted.path().certificates()).isEqualTo(World.DOCTOR_SIGNATURE.chain());
        });
        assertThat(verdict.sentence()).isEqualTo("Signature vérifiée : CLAIRE MARTIN.");
    }

    @Test
    void certificates_of_the_mail_are_handed_on_for_the_path() throws Exception {
        CraftedSignature signature = CraftedSignature.by(World.DOCTOR_SIGNATURE);
        assertThat(new IntegrityChecker().check(Mails.of(CraftedSignature.mail(signature))))
                .isInstanceOfSatisfying(Integrity.Intact.class, intact -> assertThat(intact.certificates())
                        .containsExactlyInAnyOrderElementsOf(World.DOCTOR_SIGNATURE.chain()));
    }

    @Test
    void organisation_signature_is_trusted() throws Exception {
        assertThat(code(World.signed(World.LABORATORY_SIGNATURE, Mails.LABORATORY)))
                .isEqualTo("trusted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SHA256withRSA", "SHA384withRSA", "SHA512withRSA", "SHA256withRSAandMGF1", "SHA512withRSAandMGF1"
            })
    void sha2_with_rsa_is_accepted(String algorithm) throws Exception {
        assertThat(code(CraftedSignature.mail(
                        CraftedSignature.by(World.DOCTOR_SIGNATURE).algorithm(algorithm))))
                .isEqualTo("trusted");
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1withRSA,invalid.sha1",
        "SHA1withRSAandMGF1,invalid.sha1",
        "MD5withRSA,invalid.md5",
        "SHA224withRSA,invalid.algorithm-refused"
    })
    void old_digests_are_refused_by_name(String algorithm, String code) throws Exception {
        assertThat(code(CraftedSignature.mail(
                        CraftedSignature.by(World.DOCTOR_SIGNATURE).algorithm(algorithm))))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
    void elliptic_curves_are_accepted(String curve) throws Exception {
        Issued signer = SmallAuthority.ec(curve, KeyUsage.digitalSignature);
        TrustAnchors anchors = TrustAnchors.of(signer.chain(), List.of());
        MessageVerifier verifier = new MessageVerifier(
                new PathValidator(anchors, new CrlCache(trust.resolve("crl")), false), World::match);
        RawMessage message = Mails.of(World.signed(signer, Mails.LABORATORY));
        assertThat(verifier.verify(message, World.NOW).code()).isEqualTo("trusted");
    }

    @Test
    void as_many_signers_as_a_mail_may_have_are_checked_and_one_more_is_not() throws Exception {
        Issued[] eight = Collections.nCopies(8, World.DOCTOR_SIGNATURE).toArray(new Issued[0]);
        Issued[] nine = Collections.nCopies(9, World.DOCTOR_SIGNATURE).toArray(new Issued[0]);
        assertThat(code(CraftedSignature.mail(CraftedSignature.by(eight)))).isEqualTo("trusted");
        assertThat(code(CraftedSignature.mail(CraftedSignature.by(nine)))).isEqualTo("invalid.malformed");
    }

    @Test
    void short_rsa_keys_are_refused() throws Exception {
        Issued signer = SmallAuthority.rsa(1024, KeyUsage.digitalSignature);
        assertThat(code(CraftedSignature.mail(CraftedSignature.by(signer)))).isEqualTo("invalid.short-rsa-key");
        assertThatThrownBy(() -> World.signed(signer, Mails.DOCTOR)).isInstanceOf(SmimeException.class);
    }

    @Test
    void opaque_signature_is_trusted() throws Exception {
        byte[] object = CraftedSignature.by(World.DOCTOR_SIGNATURE).opaque(Mails.ENTITY);
        assertThat(code(Mails.pkcs7(Mails.header(Mails.DOCTOR), "signed-data", object)))
                .isEqualTo("trusted");
    }

    @Test
    void tampered_opaque_content_is_invalid() throws Exception {
        byte[] object = CraftedSignature.by(World.DOCTOR_SIGNATURE).opaque(Mails.ENTITY);
        String text = new String(object, StandardCharsets.ISO_8859_1).replace("1,02 g/L", "9,02 g/L");
        byte[] tampered = text.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(code(Mails.pkcs7(Mails.header(Mails.DOCTOR), "signed-data", tampered)))
                .isEqualTo("invalid.digest-mismatch");
    }

    @Test
    void signature_without_its_certificate_is_invalid() throws Exception {
        CraftedSignature signature =
                CraftedSignature.by(World.DOCTOR_SIGNATURE).certificates(World.LABORATORY_SIGNATURE.chain());
        assertThat(code(CraftedSignature.mail(signature))).isEqualTo("invalid.certificate-missing");
    }

    @Test
    void tampered_body_is_invalid() throws Exception {
        String signed = World.signed(World.DOCTOR_SIGNATURE, Mails.DOCTOR);
        assertThat(code(signed.replace("1,02 g/L", "9,02 g/L"))).isEqualTo("invalid.digest-mismatch");
    }

    @Test
    void signature_of_another_key_is_invalid() throws Exception {
        Issued stranger = World.doctor().signature();
        Issued impostor = new Issued(stranger.key(), World.DOCTOR_SIGNATURE.chain());
        assertThat(code(CraftedSignature.mail(CraftedSignature.by(impostor)))).isEqualTo("invalid.signature-mismatch");
    }

    @Test
    void missing_content_type_attribute_is_invalid() throws Exception {
        assertThat(code(CraftedSignature.mail(CraftedSignature.by(World.DOCTOR_SIGNATURE)
                        .attributes(table -> table.remove(CMSAttributes.contentType)))))
                .isEqualTo("invalid.missing-attribute");
    }

    @Test
    void missing_message_digest_attribute_is_invalid() throws Exception {
        assertThat(code(CraftedSignature.mail(CraftedSignature.by(World.DOCTOR_SIGNATURE)
                        .attributes(table -> table.remove(CMSAttributes.messageDigest)))))
                .isEqualTo("invalid.missing-attribute");
    }

    @Test
    void repeated_mandatory_attributes_are_invalid() throws Exception {
        CraftedSignature signature = CraftedSignature.by(World.DOCTOR_SIGNATURE);
        assertThat(code(CraftedSignature.mail(
                        signature.attributes(CraftedSignature.twice(CMSAttributes.messageDigest)))))
                .isEqualTo("invalid.duplicate-attribute");
        assertThat(code(CraftedSignature.mail(signature.attributes(CraftedSignature.twice(CMSAttributes.contentType)))))
                .isEqualTo("invalid.duplicate-attribute");
    }

    @Test
    void signature_straight_over_the_content_is_invalid() throws Exception {
        assertThat(code(CraftedSignature.mail(
                        CraftedSignature.by(World.DOCTOR_SIGNATURE).withoutAttributes())))
                .isEqualTo("invalid.missing-attribute");
    }
}
