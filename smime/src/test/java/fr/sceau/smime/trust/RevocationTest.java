package fr.sceau.smime.trust;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.trust.Authority.Change;
import fr.sceau.smime.trust.PathOutcome.Refused;
import fr.sceau.smime.trust.PathOutcome.RevocationUnknown;
import fr.sceau.smime.trust.PathOutcome.Valid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of revocation, from lists on disk. */
class RevocationTest {
    private static final Instant NOW = Authority.NOW;
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Change NOTHING = list -> {};

    private final Path folder;
    private final Authority root = Authority.root("RACINE");
    private final Authority issuing = root.under("AC");
    private final X509Certificate leaf = issuing.leaf();
    private final CrlCache crls;
    private final PathValidator paths; // one for all questions of a test: it remembers paths

    RevocationTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.crls = new CrlCache(folder);
        TrustAnchors trust = TrustAnchors.of(List.of(root.certificate()), List.of(issuing.certificate()));
        this.paths = new PathValidator(trust, crls, true);
        root.publish(folder.resolve("racine.crl"), YESTERDAY, NOTHING);
        issuing.publish(folder.resolve("ac.crl"), YESTERDAY, NOTHING);
    }

    private PathOutcome outcome(X509Certificate certificate, Instant at) {
        return paths.validate(certificate, List.of(), at);
    }

    private void issuingList(Instant at, Change change) throws Exception {
        issuing.publish(folder.resolve("ac.crl"), at, change);
    }

    private static Change revoking(X509Certificate certificate, Instant at, int reason) {
        return list -> list.addCRLEntry(certificate.getSerialNumber(), Date.from(at), reason);
    }

    @Test
    void list_of_the_root_is_needed_too() throws Exception {
        Files.delete(folder.resolve("racine.crl"));
        assertThat(outcome(leaf, NOW)).isInstanceOf(RevocationUnknown.class);
    }

    @Test
    void revoked_authority_revokes_what_it_issued() throws Exception {
        root.publish(
                folder.resolve("racine.crl"),
                YESTERDAY,
                revoking(issuing.certificate(), YESTERDAY, CRLReason.unspecified));
        assertThat(outcome(leaf, NOW)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.doubt()).isEqualTo(Doubt.REVOKED);
            assertThat(refused.path().orElseThrow().revocation()).isNotEmpty();
        });
    }

    @Test
    void replaced_list_counts_at_once() throws Exception {
        assertThat(outcome(leaf, NOW)).isInstanceOf(Valid.class);
        issuingList(NOW, revoking(leaf, NOW, CRLReason.keyCompromise));
        assertThat(outcome(leaf, NOW)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.doubt()).isEqualTo(Doubt.REVOKED);
            assertThat(refused.path().orElseThrow().revocation()).isNotEmpty();
        });
    }

    @Test
    void a_list_that_is_taken_away_counts_no_more() throws Exception {
        assertThat(outcome(leaf, NOW)).isInstanceOf(Valid.class);
        Files.delete(folder.resolve("ac.crl"));
        assertThat(outcome(leaf, NOW)).isInstanceOf(RevocationUnknown.class);
    }

    @Test
    void newest_list_decides() throws Exception {
        issuing.publish(folder.resolve("neuve.crl"), NOW, NOTHING);
        issuingList(YESTERDAY, revoking(leaf, YESTERDAY, CRLReason.certificateHold));
        assertThat(outcome(leaf, NOW)).isInstanceOf(Valid.class);
    }

    @Test
    void list_made_after_the_instant_is_as_good() throws Exception {
        issuingList(TOMORROW, NOTHING);
        assertThat(outcome(leaf, NOW)).isInstanceOf(Valid.class);
    }

    @Test
    void later_revocation_looks_back_unless_its_reason_is_harmless() throws Exception {
        issuingList(TOMORROW, revoking(leaf, TOMORROW, CRLReason.superseded));
        assertThat(outcome(leaf, NOW)).isInstanceOf(Valid.class);
        assertThat(outcome(leaf, TOMORROW)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.doubt()).isEqualTo(Doubt.REVOKED);
            assertThat(refused.path().orElseThrow().revocation()).isNotEmpty();
        });
        issuingList(TOMORROW, revoking(leaf, TOMORROW, CRLReason.keyCompromise));
        assertThat(outcome(leaf, NOW)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.doubt()).isEqualTo(Doubt.REVOKED);
            assertThat(refused.path().orElseThrow().revocation()).isNotEmpty();
        });
    }

    @Test
    void outdated_list_leaves_revocation_unknown_but_what_it_revokes_is_revoked() throws Exception {
        Instant old = NOW.minus(Duration.ofDays(8));
        issuingList(old, NOTHING);
        assertThat(outcome(leaf, NOW)).isInstanceOf(RevocationUnknown.class);
        issuingList(old, revoking(leaf, old, CRLReason.unspecified));
        assertThat(outcome(leaf, NOW)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.doubt()).isEqualTo(Doubt.REVOKED);
            assertThat(refused.path().orElseThrow().revocation()).isNotEmpty();
        });
    }

    @Test
    void list_signed_by_a_stranger_is_no_list() throws Exception {
        Authority stranger = Authority.root("AC");
        assertThat(stranger.name()).isEqualTo(issuing.name());
        stranger.publish(folder.resolve("ac.crl"), NOW, NOTHING);
        assertThat(outcome(leaf, NOW)).isInstanceOf(RevocationUnknown.class);
    }

    @Test
    void delta_and_partial_lists_prove_nothing_by_their_silence() throws Exception {
        issuingList(NOW, list -> list.addExtension(Extension.deltaCRLIndicator, true, new ASN1Integer(1)));
        assertThat(outcome(leaf, NOW)).isInstanceOf(RevocationUnknown.class);
        issuingList(
                NOW,
                list -> list.addExtension(
                        Extension.issuingDistributionPoint,
                        true,
                        new IssuingDistributionPoint(null, false, true, null, false, false)));
        assertThat(outcome(leaf, NOW)).isInstanceOf(RevocationUnknown.class);
        issuingList(
                NOW,
                list -> list.addExtension(
                        Extension.issuingDistributionPoint,
                        true,
                        new IssuingDistributionPoint(null, true, false, null, false, false)));
        assertThat(outcome(leaf, NOW)).isInstanceOf(Valid.class);
    }

    @Test
    void list_made_after_a_certificate_ended_proves_nothing_by_its_silence() throws Exception {
        Instant after = leaf.getNotAfter().toInstant().plus(Duration.ofDays(1));
        issuingList(after, NOTHING);
        assertThat(outcome(leaf, NOW)).isInstanceOf(RevocationUnknown.class);
        issuingList(after, revoking(leaf, YESTERDAY, CRLReason.superseded));
        assertThat(outcome(leaf, NOW)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.doubt()).isEqualTo(Doubt.REVOKED);
            assertThat(refused.path().orElseThrow().revocation()).isNotEmpty();
        });
    }

    @Test
    void half_written_list_leaves_revocation_unknown_and_is_named() throws Exception {
        Path file = folder.resolve("ac.crl");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThat(outcome(leaf, NOW)).isInstanceOf(RevocationUnknown.class);
        assertThat(crls.unreadable()).containsExactly(file);
        Files.write(file, whole);
        assertThat(outcome(leaf, NOW)).isInstanceOf(Valid.class);
    }

    @Test
    void absent_folder_leaves_revocation_unknown() {
        TrustAnchors trust = TrustAnchors.of(List.of(root.certificate()), List.of(issuing.certificate()));
        CrlCache none = new CrlCache(folder.resolve("absent"));
        assertThat(new PathValidator(trust, none, true).validate(leaf, List.of(), NOW))
                .isInstanceOf(RevocationUnknown.class);
    }
}
