package fr.sceau.smime.trust;

import fr.sceau.smime.Fingerprint;
import fr.sceau.smime.RevocationSource;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CRLException;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.jspecify.annotations.Nullable;

/** One CRL, which answers only for what it really covers. RFC 5280 6.3.3 */
final class CheckedCrl {
    private static final String ISSUING_DISTRIBUTION_POINT = "2.5.29.28";
    private static final int CRL_SIGN = 6;

    private static final Set<CRLReason> HARMLESS =
            Set.of(CRLReason.SUPERSEDED, CRLReason.CESSATION_OF_OPERATION, CRLReason.AFFILIATION_CHANGED);

    private final X509CRL crl;
    private final String sha256;
    /** A national CRL is large, so its signature is checked once for each key. */
    private final Map<PublicKey, Boolean> signedBy = new ConcurrentHashMap<>();

    CheckedCrl(X509CRL crl) throws CRLException {
        this.crl = crl;
        this.sha256 = Fingerprint.of(crl.getEncoded());
    }

    RevocationSource source() {
        return new RevocationSource(
                issuer().getName(),
                sha256,
                thisUpdate(),
                Optional.ofNullable(crl.getNextUpdate()).map(Date::toInstant));
    }

    X500Principal issuer() {
        return crl.getIssuerX500Principal();
    }

    Instant thisUpdate() {
        return crl.getThisUpdate().toInstant();
    }

    /**
     * Whether this CRL may speak of that certificate at all.
     *
     * @param issuer the certificate that issued it, found by path building
     */
    boolean covers(X509Certificate certificate, X509Certificate issuer) {
        boolean @Nullable [] usage = issuer.getKeyUsage();
        return (usage == null || usage[CRL_SIGN])
                && isComplete(certificate)
                && signedBy.computeIfAbsent(issuer.getPublicKey(), this::isSignedBy);
    }

    /** Still the issuer's word at that instant. One made later is as good: entries are kept. RFC 5280 3.3 */
    boolean isCurrent(Instant at) {
        return crl.getNextUpdate() != null && !crl.getNextUpdate().toInstant().isBefore(at);
    }

    /**
     * Whether the certificate was revoked at that instant. A later revocation looks back unless its reason says that the
     * key was in good hands until then: a theft is reported after the fact.
     */
    boolean revokes(X509Certificate certificate, Instant at) {
        @Nullable X509CRLEntry entry = crl.getRevokedCertificate(certificate.getSerialNumber());
        if (entry == null) {
            return false;
        }
        boolean later = entry.getRevocationDate().toInstant().isAfter(at);
        return !later
                || !HARMLESS.contains(Objects.requireNonNullElse(entry.getRevocationReason(), CRLReason.UNSPECIFIED));
    }

    private boolean isSignedBy(PublicKey key) {
        try {
            crl.verify(key);
            return SignatureStrength.accepts(crl.getSigAlgOID(), crl.getSigAlgParams());
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }

    /** Delta, indirect and partial CRLs prove nothing by their silence. RFC 5280 5.2.5 */
    private boolean isComplete(X509Certificate certificate) {
        @Nullable Set<String> critical = crl.getCriticalExtensionOIDs();
        if (critical == null || critical.isEmpty()) {
            return true;
        }
        return critical.equals(Set.of(ISSUING_DISTRIBUTION_POINT)) && concerns(certificate);
    }

    private boolean concerns(X509Certificate certificate) {
        byte[] extension = crl.getExtensionValue(ISSUING_DISTRIBUTION_POINT);
        IssuingDistributionPoint part = IssuingDistributionPoint.getInstance(
                ASN1OctetString.getInstance(extension).getOctets());
        boolean authority = certificate.getBasicConstraints() >= 0;
        return !part.isIndirectCRL()
                && part.getOnlySomeReasons() == null
                && !part.onlyContainsAttributeCerts()
                && (!part.onlyContainsCACerts() || authority)
                && (!part.onlyContainsUserCerts() || !authority)
                && (part.getDistributionPoint() == null
                        || DistributionPoints.of(certificate).contains(part.getDistributionPoint()));
    }
}
