package fr.sceau.smime.trust;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.trust.PathOutcome.Refused;
import fr.sceau.smime.trust.PathOutcome.RevocationUnknown;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signer whose authority the installation does not have: when it is awaited, and what it is worth once it came. */
class AwaitedIssuerTest {
    private static final Instant NOW = Authority.NOW;
    private static final Refused AWAITED = new Refused(Doubt.ISSUER_AWAITED);
    private static final Refused NO_PATH = new Refused(Doubt.NO_TRUSTED_PATH);

    private final Authority root = Authority.root("RACINE");
    private final Authority issuing = root.under("AC");
    private final Authority known = root.under("AC CONNUE");
    private final X509Certificate leaf = issuing.leaf();
    private final FetchedAuthorities authorities;
    private final RevocationData data;
    private boolean willBeAsked = true;

    AwaitedIssuerTest(@TempDir Path folder) throws Exception {
        this.authorities = new FetchedAuthorities(folder.resolve("authorities"), trust());
        RevocationNeeds needs = new RevocationNeeds() {
            @Override
            public void judged(X509Certificate certificate, X509Certificate issuer, boolean known) {}

            @Override
            public boolean pathMissing(X509Certificate certificate) {
                return willBeAsked;
            }
        };
        this.data = new RevocationData(
                new CrlCache(folder.resolve("crl")), new FetchedAnswers(folder.resolve("ocsp")), authorities, needs);
    }

    private TrustAnchors trust() {
        return TrustAnchors.of(List.of(root.certificate()), List.of(known.certificate()));
    }

    private PathOutcome outcome(X509Certificate certificate) {
        return new PathValidator(trust(), data, true).validate(certificate, List.of(), NOW);
    }

    private SourceOutcome offer(X509Certificate holder, byte[] content) throws Exception {
        return authorities.offer(holder, content, NOW);
    }

    private SourceOutcome offer(X509Certificate holder, X509Certificate authority) throws Exception {
        return offer(holder, authority.getEncoded());
    }

    @Test
    void a_missing_authority_is_awaited_where_somebody_asks_for_it() {
        assertThat(outcome(leaf)).isEqualTo(AWAITED);
        willBeAsked = false;
        assertThat(outcome(leaf)).isEqualTo(NO_PATH);
        assertThat(RevocationNeeds.NONE.pathMissing(leaf)).isFalse();
    }

    @Test
    void whoever_borrows_the_name_of_a_known_authority_is_not_given_the_benefit_of_the_doubt() throws Exception {
        assertThat(outcome(Authority.root("RACINE").leaf())).isEqualTo(NO_PATH);
        assertThat(outcome(Authority.root("AC CONNUE").leaf())).isEqualTo(NO_PATH);
        assertThat(offer(leaf, issuing.certificate())).isEqualTo(SourceOutcome.STORED);
        assertThat(outcome(Authority.root("AC").leaf()))
                .as("of one that was fetched")
                .isEqualTo(NO_PATH);
    }

    @Test
    void once_it_has_come_there_is_a_path() throws Exception {
        assertThat(offer(leaf, issuing.certificate())).isEqualTo(SourceOutcome.STORED);
        assertThat(outcome(leaf)).isInstanceOfSatisfying(RevocationUnknown.class, unknown -> assertThat(
                        unknown.path().certificates())
                .containsExactly(leaf, issuing.certificate(), root.certificate()));
        assertThat(outcome(root.under("AUTRE").leaf())).as("of another").isEqualTo(AWAITED);
    }

    @Test
    void whatever_else_comes_is_named_and_not_kept() throws Exception {
        assertThat(offer(leaf, "<html></html>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(SourceOutcome.NOT_A_CERTIFICATE);
        assertThat(offer(leaf, leaf)).as("no authority").isEqualTo(SourceOutcome.NOT_A_CERTIFICATE);
        assertThat(offer(leaf, root.certificate())).isEqualTo(SourceOutcome.WRONG_ISSUER);
        assertThat(offer(leaf, root.under("AC").certificate())).isEqualTo(SourceOutcome.BAD_SIGNATURE);
        Authority stranger = Authority.root("AUTRE").under("AC");
        assertThat(offer(stranger.leaf(), stranger.certificate())).isEqualTo(SourceOutcome.UNKNOWN_AUTHORITY);
        assertThat(authorities.issuersOf(leaf)).isEmpty();
        assertThat(outcome(leaf)).isEqualTo(AWAITED);
    }
}
