package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.testpki.Issued;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the signer of intact mail is established. */
class SignerTrustTest {
    private final Path trust;
    private final World world;

    SignerTrustTest(@TempDir Path trust) {
        this.trust = trust;
        this.world = new World(trust);
    }

    private String code(String message) throws Exception {
        return world.verify(message).code();
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
    void test_authority_is_refused_in_production_even_without_its_category() throws Exception {
        Issued signer = World.doctor().withoutCategory().signature();
        RawMessage message = Mails.of(World.signed(signer, Mails.DOCTOR));
        assertThat(world.verifier(false).verify(message, World.NOW).code()).isEqualTo("untrusted.test-certificate");
        assertThat(world.verifier().verify(message, World.NOW).code()).isEqualTo("trusted");
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
        World.PKI.renewLists(trust, then); // a list made after the end of a certificate may have dropped it
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
    void authentication_certificate_is_named_as_such() throws Exception {
        assertThat(code(World.signed(World.doctor().authentication(), Mails.DOCTOR)))
                .isEqualTo("untrusted.authentication-certificate");
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
}
