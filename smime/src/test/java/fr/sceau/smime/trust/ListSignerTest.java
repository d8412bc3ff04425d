package fr.sceau.smime.trust;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.trust.Authority.Change;
import fr.sceau.smime.trust.PathOutcome.RevocationUnknown;
import fr.sceau.smime.trust.PathOutcome.Valid;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list signed by another certificate than the one that issued: whose word it is. RFC 5280 6.3.3 (f) */
class ListSignerTest {
    private static final Instant NOW = Authority.NOW;
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Change NOTHING = list -> {};

    private final Path folder;
    private final Authority root = Authority.root("RACINE");
    private final Authority other = Authority.root("AUTRE");
    private final Authority issuing = root.under("AC");
    private final X509Certificate leaf = issuing.leaf();

    ListSignerTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        root.publish(folder.resolve("racine.crl"), YESTERDAY, NOTHING);
        other.publish(folder.resolve("autre.crl"), YESTERDAY, NOTHING);
    }

    private PathOutcome outcome(X509Certificate certificate, X509Certificate... cameAlong) {
        TrustAnchors trust =
                TrustAnchors.of(List.of(root.certificate(), other.certificate()), List.of(issuing.certificate()));
        return new PathValidator(trust, new CrlCache(folder), true).validate(certificate, List.of(cameAlong), NOW);
    }

    /** What is known of the leaf where only that certificate, in the name of its issuer, speaks of it. */
    private PathOutcome outcomeByListOf(Authority signer, X509Certificate... cameAlong) throws Exception {
        assertThat(signer.name()).isEqualTo(issuing.name());
        signer.publish(folder.resolve("ac.crl"), YESTERDAY, NOTHING);
        return outcome(leaf, cameAlong);
    }

    private Authority livingBetween(Instant start, Instant end) throws Exception {
        return root.living("AC", Authority.ec(), start, end);
    }

    @Test
    void an_authority_may_sign_its_list_with_another_key() throws Exception {
        Authority lists = root.under("AC");
        assertThat(outcomeByListOf(lists, lists.certificate())).isInstanceOf(Valid.class);
        assertThat(outcome(leaf)).as("its certificate did not come").isInstanceOf(RevocationUnknown.class);
    }

    @Test
    void a_signer_outside_its_life_proves_nothing() throws Exception {
        Authority living = livingBetween(NOW, NOW);
        assertThat(outcomeByListOf(living, living.certificate())).isInstanceOf(Valid.class);
        Authority expired = livingBetween(YESTERDAY, NOW.minus(SECOND));
        assertThat(outcomeByListOf(expired, expired.certificate())).isInstanceOf(RevocationUnknown.class);
        Authority unborn = livingBetween(NOW.plus(SECOND), NOW.plus(Duration.ofDays(1)));
        assertThat(outcomeByListOf(unborn, unborn.certificate())).isInstanceOf(RevocationUnknown.class);
    }

    @Test
    void a_revoked_signer_proves_nothing() throws Exception {
        Authority lists = root.under("AC");
        BigInteger number = lists.certificate().getSerialNumber();
        root.publish(
                folder.resolve("racine.crl"),
                YESTERDAY,
                list -> list.addCRLEntry(number, Date.from(YESTERDAY), CRLReason.unspecified));
        assertThat(outcomeByListOf(lists, lists.certificate())).isInstanceOf(RevocationUnknown.class);
    }

    @Test
    void a_signer_of_whom_nothing_is_known_proves_nothing() throws Exception {
        Authority between = root.under("INTERMEDIAIRE");
        Authority lists = between.under("AC");
        assertThat(outcomeByListOf(lists, lists.certificate(), between.certificate()))
                .isInstanceOf(RevocationUnknown.class);
        between.publish(folder.resolve("intermediaire.crl"), YESTERDAY, NOTHING);
        assertThat(outcomeByListOf(lists, lists.certificate(), between.certificate()))
                .isInstanceOf(Valid.class);
    }

    @Test
    void a_signer_of_another_of_our_roots_proves_nothing() throws Exception {
        Authority lists = other.under("AC");
        assertThat(outcomeByListOf(lists, lists.certificate())).isInstanceOf(RevocationUnknown.class);
    }

    @Test
    void a_certificate_does_not_vouch_for_itself() throws Exception {
        Authority heir = issuing.under("AC");
        heir.publish(folder.resolve("ac.crl"), YESTERDAY, NOTHING);
        assertThat(outcome(heir.certificate())).isInstanceOf(RevocationUnknown.class);
        issuing.publish(folder.resolve("ac.crl"), YESTERDAY, NOTHING);
        assertThat(outcome(heir.certificate())).isInstanceOf(Valid.class);
    }

    @Test
    void a_certificate_vouches_for_itself_where_its_issuer_says_that_it_publishes_its_lists() throws Exception {
        KeyPair keys = Authority.ec();
        GeneralNames itself = new GeneralNames(new GeneralName(new X500Name("C=FR,CN=feuille")));
        DistributionPointName place = new DistributionPointName(itself);
        X509Certificate publisher = issuing.holder(keys, builder -> {
            builder.replaceExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign));
            DistributionPoint point = new DistributionPoint(place, null, itself);
            builder.addExtension(
                    Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {point}));
        });
        var scope = new IssuingDistributionPoint(place, false, false, null, true, false);
        Change indirect = list -> list.addExtension(Extension.issuingDistributionPoint, true, scope);
        X500Name name = new X500Name("C=FR,CN=feuille");
        new Authority(name, Authority.ec(), publisher, issuing.algorithm())
                .publish(folder.resolve("feuille.crl"), YESTERDAY, indirect);
        assertThat(outcome(publisher)).as("with a stranger's key").isInstanceOf(RevocationUnknown.class);
        new Authority(name, keys, publisher, issuing.algorithm())
                .publish(folder.resolve("feuille.crl"), YESTERDAY, indirect);
        assertThat(outcome(publisher)).isInstanceOf(Valid.class);
    }
}
