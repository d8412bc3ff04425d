package fr.sceau.smime.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.trust.Authority.Change;
import fr.sceau.smime.trust.PathOutcome.Refused;
import fr.sceau.smime.trust.PathOutcome.RevocationUnknown;
import fr.sceau.smime.trust.PathOutcome.Valid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a path leads to an anchor. */
class PathValidatorTest {
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

    PathValidatorTest(@TempDir Path folder) throws Exception {
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

    @Test
    void path_leads_from_the_signer_to_the_anchor() {
        assertThat(outcome(leaf, NOW)).isInstanceOfSatisfying(Valid.class, valid -> {
            assertThat(valid.path().certificates()).containsExactly(leaf, issuing.certificate(), root.certificate());
            assertThat(valid.path().validAt()).isEqualTo(NOW);
        });
    }

    @Test
    void validity_is_judged_at_each_instant_though_the_path_is_known() {
        Instant end = leaf.getNotAfter().toInstant();
        Instant start = leaf.getNotBefore().toInstant();
        assertThat(outcome(leaf, NOW)).isInstanceOf(Valid.class);
        assertThat(outcome(leaf, end.plusSeconds(1))).isEqualTo(new Refused(Doubt.EXPIRED));
        assertThat(outcome(leaf, start.minusSeconds(1))).isEqualTo(new Refused(Doubt.NOT_YET_VALID));
        assertThat(outcome(leaf, NOW)).isInstanceOf(Valid.class);
    }

    @Test
    void certificates_that_came_along_build_a_path_but_are_no_anchors() {
        TrustAnchors trust = TrustAnchors.of(List.of(root.certificate()), List.of());
        PathValidator paths = new PathValidator(trust, crls, true);
        assertThat(paths.validate(leaf, List.of(issuing.certificate()), NOW)).isInstanceOf(Valid.class);
        assertThat(paths.validate(leaf, List.of(), NOW)).isEqualTo(new Refused(Doubt.NO_TRUSTED_PATH));
    }

    @Test
    void holder_of_a_certificate_is_no_authority() throws Exception {
        Authority holder = new Authority(new X500Name("C=FR,CN=feuille"), Authority.ec(), leaf, "SHA256withECDSA");
        TrustAnchors trust = TrustAnchors.of(List.of(root.certificate()), List.of(issuing.certificate(), leaf));
        assertThat(new PathValidator(trust, crls, true).validate(holder.leaf(), List.of(), NOW))
                .isEqualTo(new Refused(Doubt.NO_TRUSTED_PATH));
    }

    @Test
    void weak_authority_gives_no_path() throws Exception {
        Authority old = root.under("ANCIENNE", Authority.ec(), "SHA1withECDSA");
        assertThat(outcomeUnder(old)).isEqualTo(new Refused(Doubt.NO_TRUSTED_PATH));
        Authority small = root.under("PETITE", Authority.rsa(1024), "SHA256withRSA");
        assertThat(outcomeUnder(small)).isEqualTo(new Refused(Doubt.NO_TRUSTED_PATH));
    }

    private PathOutcome outcomeUnder(Authority authority) throws Exception {
        return under(List.of(authority.certificate()), authority.leaf());
    }

    @Test
    void certificates_of_the_test_world_are_refused_in_production() throws Exception {
        Authority world = root.under("TEST AC FINALE");
        TrustAnchors trust =
                TrustAnchors.of(List.of(root.certificate()), List.of(world.certificate(), issuing.certificate()));
        X509Certificate test = world.leaf();
        assertThat(new PathValidator(trust, crls, false).validate(test, List.of(), NOW))
                .isEqualTo(new Refused(Doubt.TEST_CERTIFICATE));
        assertThat(new PathValidator(trust, crls, true).validate(test, List.of(), NOW))
                .isInstanceOf(RevocationUnknown.class);
        assertThat(new PathValidator(trust, crls, false).validate(leaf, List.of(), NOW))
                .isInstanceOf(Valid.class);
    }

    @Test
    void a_renewed_authority_vouches_for_what_the_expired_one_issued() throws Exception {
        KeyPair keys = Authority.ec();
        Instant start = leaf.getNotBefore().toInstant();
        Authority expired = root.living("AC", keys, start, YESTERDAY);
        Authority renewed = root.living("AC", keys, YESTERDAY, TOMORROW);
        X509Certificate holder = renewed.leaf();
        renewed.publish(folder.resolve("ac.crl"), YESTERDAY, NOTHING);
        assertThat(under(List.of(expired.certificate(), renewed.certificate()), holder))
                .isInstanceOfSatisfying(
                        Valid.class, valid -> assertThat(valid.path().certificates())
                                .containsExactly(holder, renewed.certificate(), root.certificate()));
        assertThat(under(List.of(expired.certificate()), holder)).isEqualTo(new Refused(Doubt.EXPIRED));
    }

    private PathOutcome under(List<X509Certificate> intermediates, X509Certificate certificate) {
        TrustAnchors trust = TrustAnchors.of(List.of(root.certificate()), intermediates);
        return new PathValidator(trust, crls, true).validate(certificate, List.of(), NOW);
    }

    @Test
    void at_most_four_authorities_stand_between() throws Exception {
        List<X509Certificate> between = new ArrayList<>();
        Authority last = root;
        for (int number = 1; number <= 4; number++) {
            last = last.under("AC " + number);
            between.add(last.certificate());
        }
        assertThat(under(between, last.leaf())).isInstanceOf(RevocationUnknown.class);
        Authority fifth = last.under("AC 5");
        between.add(fifth.certificate());
        assertThat(under(between, fifth.leaf())).isEqualTo(new Refused(Doubt.NO_TRUSTED_PATH));
    }

    @Test
    void an_anchor_is_the_whole_path_to_itself() {
        assertThat(outcome(root.certificate(), NOW)).isInstanceOfSatisfying(Valid.class, valid -> assertThat(
                        valid.path().certificates())
                .containsExactly(root.certificate()));
    }

    @Test
    void empty_or_unreadable_trust_fails_at_start() throws Exception {
        assertThatThrownBy(() -> TrustAnchors.load(folder))
                .isInstanceOf(SmimeException.class)
                .hasMessageContaining("aucune autorité racine");
        Files.createDirectory(folder.resolve("anchors"));
        Files.writeString(folder.resolve("anchors/racine.cer"), "pas un certificat");
        assertThatThrownBy(() -> TrustAnchors.load(folder))
                .isInstanceOf(SmimeException.class)
                .hasMessageContaining("racine.cer");
    }
}
