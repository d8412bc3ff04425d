package fr.sceau.smime.trust;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.trust.DistributionPoints.Point;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.junit.jupiter.api.Test;

/** Of which certificates a list speaks, and of which reasons. RFC 5280 5.2.5 */
class CrlScopeTest {
    private static final Point ANYWHERE = new Point(Set.of(), List.of(), Reasons.ALL);
    private static final GeneralName HERE =
            new GeneralName(GeneralName.uniformResourceIdentifier, "http://igc.test/ici.crl");
    private static final GeneralName THERE =
            new GeneralName(GeneralName.uniformResourceIdentifier, "http://igc.test/ailleurs.crl");
    private static final X500Name PUBLISHER = new X500Name("C=FR,CN=LISTES");

    private final Authority authority = Authority.root("RACINE");
    private final X509Certificate leaf = authority.leaf();

    CrlScopeTest() throws Exception {}

    private CrlScope scope(IssuingDistributionPoint limits) throws Exception {
        byte[] list = authority.list(
                Authority.NOW, crl -> crl.addExtension(Extension.issuingDistributionPoint, true, limits));
        return CrlScope.of(
                (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list)));
    }

    private CrlScope at(GeneralName place, boolean indirect) throws Exception {
        DistributionPointName name = new DistributionPointName(new GeneralNames(place));
        return scope(new IssuingDistributionPoint(name, false, false, null, indirect, false));
    }

    private static Point point(GeneralName... names) {
        return new Point(Set.of(names), List.of(), Reasons.ALL);
    }

    private static Point published(GeneralName... names) throws Exception {
        return new Point(Set.of(names), List.of(new X500Principal(PUBLISHER.getEncoded())), Reasons.ALL);
    }

    @Test
    void list_of_authorities_speaks_of_authorities_and_of_the_last_of_them() throws Exception {
        CrlScope scope = scope(new IssuingDistributionPoint(null, false, true, null, false, false));
        X509Certificate last = authority.holder(
                Authority.ec(),
                builder -> builder.replaceExtension(Extension.basicConstraints, true, new BasicConstraints(0)));
        assertThat(scope.reasons(authority.certificate(), ANYWHERE)).isEqualTo(Reasons.ALL);
        assertThat(scope.reasons(last, ANYWHERE)).isEqualTo(Reasons.ALL);
        assertThat(scope.reasons(leaf, ANYWHERE)).isEqualTo(Reasons.NONE);
    }

    @Test
    void list_of_holders_speaks_of_no_authority_and_one_of_attributes_of_nobody() throws Exception {
        CrlScope holders = scope(new IssuingDistributionPoint(null, true, false, null, false, false));
        assertThat(holders.reasons(leaf, ANYWHERE)).isEqualTo(Reasons.ALL);
        assertThat(holders.reasons(authority.certificate(), ANYWHERE)).isEqualTo(Reasons.NONE);
        CrlScope attributes = scope(new IssuingDistributionPoint(null, false, false, null, false, true));
        assertThat(attributes.reasons(leaf, ANYWHERE)).isEqualTo(Reasons.NONE);
    }

    @Test
    void list_speaks_of_the_reasons_that_both_it_and_the_place_name() throws Exception {
        ReasonFlags some = new ReasonFlags(ReasonFlags.keyCompromise | ReasonFlags.superseded);
        CrlScope scope = scope(new IssuingDistributionPoint(null, false, false, some, false, false));
        assertThat(scope.reasons(leaf, ANYWHERE)).isEqualTo(ReasonFlags.keyCompromise | ReasonFlags.superseded);
        assertThat(scope.reasons(leaf, new Point(Set.of(), List.of(), ReasonFlags.superseded)))
                .isEqualTo(ReasonFlags.superseded);
    }

    @Test
    void list_of_one_place_does_not_speak_for_another() throws Exception {
        assertThat(at(HERE, false).reasons(leaf, point(THERE, HERE))).isEqualTo(Reasons.ALL);
        assertThat(at(HERE, false).reasons(leaf, point(THERE))).isEqualTo(Reasons.NONE);
        assertThat(at(HERE, false).reasons(leaf, ANYWHERE)).isEqualTo(Reasons.NONE);
    }

    @Test
    void place_without_a_name_has_that_of_who_publishes_there() throws Exception {
        GeneralName publisher = new GeneralName(PUBLISHER);
        assertThat(at(publisher, true).reasons(leaf, published())).isEqualTo(Reasons.ALL);
        assertThat(at(HERE, true).reasons(leaf, published())).isEqualTo(Reasons.NONE);
    }

    @Test
    void only_a_list_that_says_so_speaks_of_what_others_issued() throws Exception {
        assertThat(at(HERE, true).reasons(leaf, published(HERE))).isEqualTo(Reasons.ALL);
        assertThat(at(HERE, false).reasons(leaf, published(HERE))).isEqualTo(Reasons.NONE);
        assertThat(new CrlScope(null, Set.of()).reasons(leaf, published(HERE))).isEqualTo(Reasons.NONE);
    }
}
