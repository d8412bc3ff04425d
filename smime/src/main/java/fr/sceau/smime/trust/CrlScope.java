package fr.sceau.smime.trust;

import fr.sceau.smime.trust.DistributionPoints.Point;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.jspecify.annotations.Nullable;

/**
 * Of which certificates and which reasons a CRL speaks, by its own issuing distribution point.
 *
 * @param limits none where it speaks of all that its issuer issued
 */
record CrlScope(@Nullable IssuingDistributionPoint limits, Set<GeneralName> names) {
    static final String OID = "2.5.29.28";

    static CrlScope of(X509CRL crl) {
        byte @Nullable [] extension = crl.getExtensionValue(OID);
        if (extension == null) {
            return new CrlScope(null, Set.of());
        }
        IssuingDistributionPoint read = IssuingDistributionPoint.getInstance(
                ASN1OctetString.getInstance(extension).getOctets());
        return new CrlScope(
                read,
                DistributionPoints.fullNames(
                        read.getDistributionPoint(), DistributionPoints.name(crl.getIssuerX500Principal())));
    }

    /** The reasons of which its silence speaks, for a certificate that is to be looked up there. RFC 5280 6.3.3 (b), (d) */
    int reasons(X509Certificate certificate, Point point) {
        if (!point.crlIssuers().isEmpty() && (limits == null || !limits.isIndirectCRL())) {
            return Reasons.NONE;
        }
        if (limits == null) {
            return point.reasons();
        }
        boolean speaksOfIt = concernsKind(certificate) && isThatPlace(point);
        return speaksOfIt ? point.reasons() & Reasons.of(limits.getOnlySomeReasons()) : Reasons.NONE;
    }

    private boolean concernsKind(X509Certificate certificate) {
        boolean authority = certificate.getBasicConstraints() >= 0;
        return limits == null
                || !limits.onlyContainsAttributeCerts()
                        && (!limits.onlyContainsCACerts() || authority)
                        && (!limits.onlyContainsUserCerts() || !authority);
    }

    private boolean isThatPlace(Point point) {
        if (names.isEmpty()) {
            return true;
        }
        if (!point.names().isEmpty()) {
            return !Collections.disjoint(names, point.names());
        }
        return point.crlIssuers().stream()
                .anyMatch(issuer -> names.contains(new GeneralName(DistributionPoints.name(issuer))));
    }
}
