package fr.sceau.smime.trust;

import fr.sceau.smime.Fingerprint;
import fr.sceau.smime.RevocationSource;
import fr.sceau.smime.RevocationSource.Kind;
import fr.sceau.smime.trust.DistributionPoints.Point;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CRLException;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.jspecify.annotations.Nullable;

/** One CRL, which answers only for what it really covers. RFC 5280 6.3.3 */
final class CheckedCrl {
    private static final String NUMBER = "2.5.29.20";
    private static final String EXPIRED_TOO = "2.5.29.60"; // expiredCertsOnCRL, ISO/IEC 9594-8
    private static final Set<String> UNDERSTOOD_IN_ENTRIES = Set.of("2.5.29.21", "2.5.29.24", "2.5.29.29");

    private static final Set<CRLReason> HARMLESS =
            Set.of(CRLReason.SUPERSEDED, CRLReason.CESSATION_OF_OPERATION, CRLReason.AFFILIATION_CHANGED);

    private final X509CRL crl;
    private final String sha256;
    private final CrlScope scope;
    private final Optional<BigInteger> number;
    private final boolean understood;
    /** A national CRL is large, so its signature is checked once for each key. */
    private final Map<PublicKey, Boolean> signedBy = new ConcurrentHashMap<>();

    CheckedCrl(X509CRL crl) throws CRLException {
        this.crl = crl;
        this.sha256 = Fingerprint.of(crl.getEncoded());
        try {
            this.scope = CrlScope.of(crl);
            this.number = number(crl);
            this.understood = isUnderstood(crl);
        } catch (IllegalArgumentException e) {
            throw new CRLException("an extension of the list cannot be read", e);
        }
    }

    RevocationSource source() {
        return new RevocationSource(Kind.CRL, issuer().getName(), sha256, thisUpdate(), nextUpdate());
    }

    X500Principal issuer() {
        return crl.getIssuerX500Principal();
    }

    Instant thisUpdate() {
        return crl.getThisUpdate().toInstant();
    }

    Optional<Instant> nextUpdate() {
        return Optional.ofNullable(crl.getNextUpdate()).map(Date::toInstant);
    }

    /** Grows with every list of an issuer. RFC 5280 5.2.3 */
    Optional<BigInteger> number() {
        return number;
    }

    /** Says nothing that we would have to know and do not; a list of changes says such a thing. RFC 5280 5.2, 5.3 */
    boolean isUnderstood() {
        return understood;
    }

    /** Of which reasons it speaks, for a certificate that is to be looked up at that point. */
    int reasons(X509Certificate certificate, Point point) {
        return scope.reasons(certificate, point);
    }

    /** Whether that certificate's key signed it, and may. */
    boolean isSignedBy(X509Certificate signer, PathRules rules) {
        return CertificatePurpose.allows(signer, CertificatePurpose.CRL_SIGN)
                && rules.accept(crl.getSigAlgOID(), crl.getSigAlgParams())
                && signedBy.computeIfAbsent(signer.getPublicKey(), this::isSignedBy);
    }

    private boolean isSignedBy(PublicKey key) {
        try {
            crl.verify(key);
            return true;
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }

    /** Still the issuer's word at that instant. One made later is as good: entries are kept. RFC 5280 3.3 */
    boolean isCurrent(Instant at) {
        return nextUpdate().filter(next -> !next.isBefore(at)).isPresent();
    }

    /** Entries may be dropped once their certificate has expired: a list made later proves nothing by its silence. */
    boolean speaksOf(X509Certificate certificate) {
        boolean expired = thisUpdate().isAfter(certificate.getNotAfter().toInstant());
        return !expired || crl.getExtensionValue(EXPIRED_TOO) != null;
    }

    /**
     * Whether the certificate was revoked at that instant. A later revocation looks back unless its reason says that the
     * key was in good hands until then: a theft is reported after the fact.
     */
    boolean revokes(X509Certificate certificate, Instant at) {
        @Nullable X509CRLEntry entry = crl.getRevokedCertificate(certificate);
        if (entry == null) {
            return false;
        }
        boolean later = entry.getRevocationDate().toInstant().isAfter(at);
        return !later
                || !HARMLESS.contains(Objects.requireNonNullElse(entry.getRevocationReason(), CRLReason.UNSPECIFIED));
    }

    private static Optional<BigInteger> number(X509CRL crl) {
        byte @Nullable [] extension = crl.getExtensionValue(NUMBER);
        return Optional.ofNullable(extension).map(value -> ASN1Integer.getInstance(
                        ASN1OctetString.getInstance(value).getOctets())
                .getValue());
    }

    private static boolean isUnderstood(X509CRL crl) {
        @Nullable Set<String> critical = crl.getCriticalExtensionOIDs();
        @Nullable Collection<? extends X509CRLEntry> entries = crl.getRevokedCertificates();
        return (critical == null || Set.of(CrlScope.OID).containsAll(critical))
                && (entries == null || entries.stream().allMatch(CheckedCrl::isUnderstood));
    }

    private static boolean isUnderstood(X509CRLEntry entry) {
        @Nullable Set<String> critical = entry.getCriticalExtensionOIDs();
        return critical == null || UNDERSTOOD_IN_ENTRIES.containsAll(critical);
    }
}
