package fr.sceau.smime.trust;

import fr.sceau.smime.ExtensionValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.jspecify.annotations.Nullable;

/** Where a certificate says that its CRLs are. RFC 5280 4.2.1.13 */
final class DistributionPoints {
    private static final String OID = "2.5.29.31";

    private DistributionPoints() {}

    /**
     * One place.
     *
     * @param names of the list, made full
     * @param crlIssuers who publishes it, where that is not who issued the certificate
     * @param reasons of which it speaks
     */
    record Point(Set<GeneralName> names, List<X500Principal> crlIssuers, int reasons) {
        Point {
            names = Set.copyOf(names);
            crlIssuers = List.copyOf(crlIssuers);
        }

        /** In whose name its lists are. */
        List<X500Principal> issuersFor(X509Certificate certificate) {
            return crlIssuers.isEmpty() ? List.of(certificate.getIssuerX500Principal()) : crlIssuers;
        }
    }

    /** Those that the certificate names, then its issuer's lists wherever they are (RFC 5280 6.3.3, last paragraph). */
    static List<Point> of(X509Certificate certificate) {
        X500Name issuer = name(certificate.getIssuerX500Principal());
        List<Point> points = new ArrayList<>(named(certificate, issuer));
        points.add(new Point(Set.of(new GeneralName(issuer)), List.of(), Reasons.ALL));
        return points;
    }

    private static List<Point> named(X509Certificate certificate, X500Name issuer) {
        return ExtensionValue.read(certificate, OID, value -> points(value, issuer), List.of(), List.of());
    }

    private static List<Point> points(byte[] value, X500Name issuer) {
        return Arrays.stream(CRLDistPoint.getInstance(value).getDistributionPoints())
                .map(point -> point(point, issuer))
                .toList();
    }

    private static Point point(DistributionPoint point, X500Name certificateIssuer) {
        List<X500Name> crlIssuers = directoryNames(point.getCRLIssuer());
        X500Name base = crlIssuers.isEmpty() ? certificateIssuer : crlIssuers.get(0);
        return new Point(
                fullNames(point.getDistributionPoint(), base),
                crlIssuers.stream().map(DistributionPoints::principal).toList(),
                Reasons.of(point.getReasons()));
    }

    /** @param base what a relative name is relative to */
    static Set<GeneralName> fullNames(@Nullable DistributionPointName point, X500Name base) {
        if (point == null) {
            return Set.of();
        }
        if (point.getType() == DistributionPointName.FULL_NAME) {
            return new HashSet<>(
                    Arrays.asList(GeneralNames.getInstance(point.getName()).getNames()));
        }
        List<RDN> parts = new ArrayList<>(Arrays.asList(base.getRDNs()));
        parts.add(RDN.getInstance(ASN1Set.getInstance(point.getName())));
        return Set.of(new GeneralName(new X500Name(parts.toArray(RDN[]::new))));
    }

    static X500Name name(X500Principal principal) {
        return X500Name.getInstance(principal.getEncoded());
    }

    private static List<X500Name> directoryNames(@Nullable GeneralNames names) {
        return names == null
                ? List.of()
                : Arrays.stream(names.getNames())
                        .filter(name -> name.getTagNo() == GeneralName.directoryName)
                        .map(name -> X500Name.getInstance(name.getName()))
                        .toList();
    }

    private static X500Principal principal(X500Name name) {
        try {
            return new X500Principal(name.getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException("a name that was read cannot be written", e);
        }
    }
}
