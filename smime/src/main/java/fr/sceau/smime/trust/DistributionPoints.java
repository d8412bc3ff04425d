package fr.sceau.smime.trust;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.jspecify.annotations.Nullable;

/** Where a certificate says that its CRL is. RFC 5280 4.2.1.13 */
final class DistributionPoints {
    private static final String OID = "2.5.29.31";

    private DistributionPoints() {}

    static List<DistributionPointName> of(X509Certificate certificate) {
        byte @Nullable [] extension = certificate.getExtensionValue(OID);
        if (extension == null) {
            return List.of();
        }
        CRLDistPoint points =
                CRLDistPoint.getInstance(ASN1OctetString.getInstance(extension).getOctets());
        return Arrays.stream(points.getDistributionPoints())
                .map(DistributionPoint::getDistributionPoint)
                .filter(Objects::nonNull)
                .toList();
    }
}
