package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.smime.SignatureVerdict.Trusted;
import fr.sceau.smime.identity.CertificateIdentity;
import fr.sceau.smime.trust.CrlCache;
import fr.sceau.smime.trust.PathValidator;
import fr.sceau.smime.trust.TrustAnchors;
import fr.sceau.testpki.Issued;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageVerifierTest {
    private final Path trust;
    private final World world;

    MessageVerifierTest(@TempDir Path trust) {
        this.trust = trust;
        this.world = new World(trust);
    }

    private static String clear(CraftedSignature signature) {
        return Mails.clearSigned(Mails.header(Mails.DOCTOR), Mails.ENTITY, signature.detached(Mails.ENTITY));
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
    void organisation_signature_is_trusted() throws Exception {
        assertThat(code(World.signed(World.LABORATORY_SIGNATURE, Mails.LABORATORY)))
                .isEqualTo("trusted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SHA256withRSA", "SHA384withRSA", "SHA512withRSA", "SHA256withRSAandMGF1", "SHA512withRSAandMGF1"
            })
    void sha2_with_rsa_is_accepted(String algorithm) throws Exception {
        assertThat(code(clear(CraftedSignature.by(World.DOCTOR_SIGNATURE).algorithm(algorithm))))
                .isEqualTo("trusted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA1withRSA", "MD5withRSA", "SHA1withRSAandMGF1", "SHA224withRSA"})
    void old_digests_are_refused(String algorithm) throws Exception {
        assertThat(code(clear(CraftedSignature.by(World.DOCTOR_SIGNATURE).algorithm(algorithm))))
                .isEqualTo("invalid.algorithm-refused");
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
    void short_rsa_keys_are_refused() throws Exception {
        Issued signer = SmallAuthority.rsa(1024, KeyUsage.digitalSignature);
        assertThat(code(clear(CraftedSignature.by(signer)))).isEqualTo("invalid.algorithm-refused");
        assertThatThrownBy(() -> World.signed(signer, Mails.DOCTOR)).isInstanceOf(SmimeException.class);
    }

    @Test
    void opaque_signature_is_trusted() throws Exception {
        byte[] object = CraftedSignature.by(World.DOCTOR_SIGNATURE).opaque(Mails.ENTITY);
        assertThat(code(Mails.pkcs7(Mails.header(Mails.DOCTOR), "signed-data", object)))
                .isEqualTo("trusted");
    }

    @Test
    void opaque_signature_is_found_under_a_file_name_and_without_smime_type() throws Exception {
        byte[] object = CraftedSignature.by(World.DOCTOR_SIGNATURE).opaque(Mails.ENTITY);
        String message = Mails.pkcs7(Mails.header(Mails.DOCTOR), "signed-data", object)
                .replace("application/pkcs7-mime; smime-type=signed-data", "application/octet-stream");
        assertThat(code(message)).isEqualTo("trusted");
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
        assertThat(code(clear(CraftedSignature.by().certificates(World.DOCTOR_SIGNATURE.chain()))))
                .isEqualTo("invalid.no-signer");
    }

    @Test
    void signature_without_its_certificate_is_invalid() throws Exception {
        CraftedSignature signature =
                CraftedSignature.by(World.DOCTOR_SIGNATURE).certificates(World.LABORATORY_SIGNATURE.chain());
        assertThat(code(clear(signature))).isEqualTo("invalid.no-signer");
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
        assertThat(code(clear(CraftedSignature.by(impostor)))).isEqualTo("invalid.signature-mismatch");
    }

    @Test
    void missing_content_type_attribute_is_invalid() throws Exception {
        assertThat(code(clear(CraftedSignature.by(World.DOCTOR_SIGNATURE)
                        .attributes(table -> table.remove(CMSAttributes.contentType)))))
                .isEqualTo("invalid.attributes-invalid");
    }

    @Test
    void missing_message_digest_attribute_is_invalid() throws Exception {
        assertThat(code(clear(CraftedSignature.by(World.DOCTOR_SIGNATURE)
                        .attributes(table -> table.remove(CMSAttributes.messageDigest)))))
                .isEqualTo("invalid.attributes-invalid");
    }

    @Test
    void repeated_mandatory_attributes_are_invalid() throws Exception {
        CraftedSignature signature = CraftedSignature.by(World.DOCTOR_SIGNATURE);
        assertThat(code(clear(signature.attributes(CraftedSignature.twice(CMSAttributes.messageDigest)))))
                .isEqualTo("invalid.attributes-invalid");
        assertThat(code(clear(signature.attributes(CraftedSignature.twice(CMSAttributes.contentType)))))
                .isEqualTo("invalid.attributes-invalid");
    }

    @Test
    void signature_straight_over_the_content_is_invalid() throws Exception {
        assertThat(code(clear(CraftedSignature.by(World.DOCTOR_SIGNATURE).withoutAttributes())))
                .isEqualTo("invalid.attributes-invalid");
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
        String signed = clear(CraftedSignature.by(World.DOCTOR_SIGNATURE));
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

    @Test
    void foreign_root_with_our_names_is_not_trusted() throws Exception {
        Issued copy = World.ROGUE.person(World.DOCTOR_ID, "MARTIN", "CLAIRE").signature();
        assertThat(code(World.signed(copy, Mails.DOCTOR))).isEqualTo("untrusted.no-trusted-path");
    }

    @Test
    void test_certificate_is_refused_in_production() throws Exception {
        RawMessage message = Mails.of(World.signed(World.DOCTOR_SIGNATURE, Mails.DOCTOR));
        assertThat(world.verifier(false).verify(message, World.NOW).code()).isEqualTo("untrusted.test-certificate");
    }

    @Test
    void certificate_without_category_is_accepted_in_production() throws Exception {
        Issued signer = World.doctor().withoutCategory().signature();
        RawMessage message = Mails.of(World.signed(signer, Mails.DOCTOR));
        assertThat(world.verifier(false).verify(message, World.NOW).code()).isEqualTo("trusted");
    }

    @Test
    void expired_certificate_is_untrusted() throws Exception {
        Issued signer = World.doctor()
                .validBetween(World.NOW.minus(Duration.ofDays(1)), World.NOW.minus(Duration.ofHours(1)))
                .signature();
        assertThat(code(World.signed(signer, Mails.DOCTOR))).isEqualTo("untrusted.expired");
    }

    @Test
    void validity_is_judged_at_the_given_instant() throws Exception {
        Instant then = World.NOW.minus(Duration.ofHours(2));
        Issued signer = World.doctor()
                .validBetween(World.NOW.minus(Duration.ofDays(1)), World.NOW.minus(Duration.ofHours(1)))
                .signature();
        RawMessage message = Mails.of(World.signed(signer, Mails.DOCTOR));
        assertThat(world.verifier().verify(message, then).code()).isEqualTo("trusted");
    }

    @Test
    void certificate_not_yet_valid_is_untrusted() throws Exception {
        Issued signer = World.doctor()
                .validBetween(World.NOW.plus(Duration.ofHours(1)), World.NOW.plus(Duration.ofDays(30)))
                .signature();
        assertThat(code(World.signed(signer, Mails.DOCTOR))).isEqualTo("untrusted.not-yet-valid");
    }

    @Test
    void revoked_certificate_is_untrusted() throws Exception {
        Issued signer = World.doctor().signature();
        String message = World.signed(signer, Mails.DOCTOR);
        assertThat(code(message)).isEqualTo("trusted");
        World.PKI.revoke(signer.certificate());
        world.renewLists();
        assertThat(code(message)).isEqualTo("untrusted.revoked");
    }

    @Test
    void without_any_list_the_verdict_is_pending() throws Exception {
        world.dropLists();
        assertThat(code(World.signed(World.DOCTOR_SIGNATURE, Mails.DOCTOR))).isEqualTo("pending");
    }

    @Test
    void with_outdated_lists_the_verdict_is_pending() throws Exception {
        World.PKI.renewLists(trust, World.NOW.minus(Duration.ofDays(30)));
        assertThat(code(World.signed(World.DOCTOR_SIGNATURE, Mails.DOCTOR))).isEqualTo("pending");
    }

    @Test
    void authentication_certificate_has_the_wrong_purpose() throws Exception {
        assertThat(code(World.signed(World.doctor().authentication(), Mails.DOCTOR)))
                .isEqualTo("untrusted.wrong-purpose");
    }

    @Test
    void encryption_certificate_has_the_wrong_purpose() throws Exception {
        assertThat(code(World.signed(World.DOCTOR_ENCRYPTION, Mails.DOCTOR))).isEqualTo("untrusted.wrong-purpose");
    }

    @Test
    void non_repudiation_alone_signs() throws Exception {
        Issued signer = World.doctor().keyUsage(KeyUsage.nonRepudiation).signature();
        assertThat(code(World.signed(signer, Mails.DOCTOR))).isEqualTo("trusted");
    }

    @Test
    void signer_who_is_not_the_sender_is_untrusted() throws Exception {
        assertThat(code(World.signed(World.LABORATORY_SIGNATURE, Mails.DOCTOR))).isEqualTo("untrusted.sender-mismatch");
    }

    @Test
    void sender_that_the_directory_does_not_know_is_untrusted() throws Exception {
        assertThat(code(World.signed(World.DOCTOR_SIGNATURE, "autre@exemple.mssante.test")))
                .isEqualTo("untrusted.sender-unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: " + Mails.DOCTOR + "\r\n",
                "From : faux@exemple.mssante.test\r\n",
                "ceci n'est pas un champ\r\n",
                "X-A: b\rFrom: faux@exemple.mssante.test\r\n"
            })
    void second_sender_or_unclear_header_is_untrusted(String added) throws Exception {
        String signed = World.signed(World.DOCTOR_SIGNATURE, Mails.DOCTOR);
        assertThat(code(added + signed)).isEqualTo("untrusted.sender-mismatch");
    }

    @Test
    void list_of_senders_is_untrusted() throws Exception {
        String two = Mails.DOCTOR + ", " + Mails.LABORATORY;
        assertThat(code(World.signed(World.DOCTOR_SIGNATURE, two))).isEqualTo("untrusted.sender-mismatch");
    }

    @Test
    void display_name_and_case_do_not_matter() throws Exception {
        String from = "\"Martin, Claire\" (cabinet) <Claire.Martin@EXEMPLE.mssante.test>";
        assertThat(code(World.signed(World.DOCTOR_SIGNATURE, from))).isEqualTo("trusted");
    }

    @Test
    void every_signer_counts() throws Exception {
        Issued rogue = World.ROGUE.person(World.DOCTOR_ID, "MARTIN", "CLAIRE").signature();
        assertThat(code(clear(CraftedSignature.by(World.DOCTOR_SIGNATURE, rogue))))
                .isEqualTo("untrusted.no-trusted-path");
        assertThat(code(clear(CraftedSignature.by(World.DOCTOR_SIGNATURE, World.LABORATORY_SIGNATURE))))
                .isEqualTo("untrusted.sender-mismatch");
    }

    @Test
    void failing_source_is_an_outage_and_no_verdict() {
        RawMessage broken = new RawMessage() {
            @Override
            public InputStream open() {
                return new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("disque absent");
                    }
                };
            }

            @Override
            public long size() {
                return 1000;
            }
        };
        assertThatThrownBy(() -> world.verifier().verify(broken, World.NOW))
                .isInstanceOf(IOException.class)
                .hasMessage("disque absent");
    }
}
