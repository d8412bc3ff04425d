package fr.sceau.smime.trust;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.trust.DistributionPoints.Point;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.junit.jupiter.api.Test;

/** Where the lists of a certificate are, as it says itself. RFC 5280 4.2.1.13 */
class DistributionPointsTest {
    private static final GeneralName ADDRESS =
            new GeneralName(GeneralName.uniformResourceIdentifier, "http://igc.test/ac.crl");
    private static final X500Name PUBLISHER = new X500Name("C=FR,CN=LISTES");

    private final Authority authority = Authority.root("RACINE");

    DistributionPointsTest() throws Exception {}

    private List<Point> points(ASN1Encodable extension) throws Exception {
        X509Certificate certificate = authority.holder(
                Authority.ec(), builder -> builder.addExtension(Extension.cRLDistributionPoints, false, extension));
        List<Point> points = DistributionPoints.of(certificate);
        Point last = points.get(points.size() - 1);
        assertThat(last).as("the issuer's own lists").isEqualTo(point(Set.of(new GeneralName(authority.name()))));
        return points.subList(0, points.size() - 1);
    }

    private static Point point(Set<GeneralName> names, X500Principal... publishers) {
        return new Point(names, List.of(publishers), Reasons.ALL);
    }

    private static CRLDistPoint of(DistributionPoint... points) {
        return new CRLDistPoint(points);
    }

    @Test
    void a_place_is_an_address_for_all_reasons_or_some() throws Exception {
        DistributionPointName name = new DistributionPointName(new GeneralNames(ADDRESS));
        ReasonFlags some = new ReasonFlags(ReasonFlags.keyCompromise);
        assertThat(points(of(new DistributionPoint(name, null, null), new DistributionPoint(name, some, null))))
                .containsExactly(
                        point(Set.of(ADDRESS)), new Point(Set.of(ADDRESS), List.of(), ReasonFlags.keyCompromise));
    }

    @Test
    void who_publishes_is_named_by_a_directory_name_whatever_else_names_it() throws Exception {
        GeneralNames names = new GeneralNames(new GeneralName[] {ADDRESS, new GeneralName(PUBLISHER)});
        List<Point> points = points(of(new DistributionPoint(null, null, names)));
        X500Principal publisher = new X500Principal(PUBLISHER.getEncoded());
        assertThat(points).containsExactly(point(Set.of(), publisher));
        assertThat(points.get(0).issuersFor(authority.leaf())).containsExactly(publisher);
        assertThat(point(Set.of()).issuersFor(authority.leaf()))
                .containsExactly(authority.certificate().getSubjectX500Principal());
    }

    @Test
    void a_relative_name_continues_that_of_who_publishes_or_of_the_issuer() throws Exception {
        ASN1Encodable part = new DERSet(new AttributeTypeAndValue(BCStyle.OU, new DERUTF8String("1")));
        DistributionPointName relative =
                new DistributionPointName(DistributionPointName.NAME_RELATIVE_TO_CRL_ISSUER, part);
        GeneralNames publisher = new GeneralNames(new GeneralName(PUBLISHER));
        List<Point> points = points(
                of(new DistributionPoint(relative, null, null), new DistributionPoint(relative, null, publisher)));
        assertThat(points.get(0).names()).containsExactly(new GeneralName(new X500Name("C=FR,CN=RACINE,OU=1")));
        assertThat(points.get(1).names()).containsExactly(new GeneralName(new X500Name("C=FR,CN=LISTES,OU=1")));
    }

    @Test
    void places_that_cannot_be_read_are_none() throws Exception {
        assertThat(points(DERNull.INSTANCE)).isEmpty();
    }

    /** Its own lists, wherever they are, are still looked up. */
    @Test
    void places_that_break_the_parser_are_none() throws Exception {
        byte[] implicitName = {0x30, 5, 0x30, 3, (byte) 0x80, 1, 0};
        assertThat(points(ASN1Primitive.fromByteArray(implicitName))).isEmpty();
    }
}
