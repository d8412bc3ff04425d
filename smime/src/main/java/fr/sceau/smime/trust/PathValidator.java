package fr.sceau.smime.trust;

import fr.sceau.smime.RevocationSource;
import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.TrustPath;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds and judges the path from a certificate to a trust anchor, in this order: is there a path at all; is the
 * certificate of the TEST world; is every certificate valid at that instant; is one revoked; is revocation known.
 */
public final class PathValidator {
    private final PathFinder finder;
    private final CrlCache crls;
    private final boolean testCertificatesAccepted;

    public PathValidator(TrustAnchors anchors, CrlCache crls, boolean testCertificatesAccepted) {
        this.finder = new PathFinder(anchors);
        this.crls = crls;
        this.testCertificatesAccepted = testCertificatesAccepted;
    }

    /**
     * Says nothing of the certificate's purpose: see {@link CertificatePurpose}.
     *
     * @param extra certificates that came with the message and may help to build the path
     */
    public PathOutcome validate(X509Certificate certificate, Collection<X509Certificate> extra, Instant at) {
        Optional<List<X509Certificate>> found = finder.find(certificate, extra, at);
        if (found.isEmpty()) {
            return new PathOutcome.Refused(Doubt.NO_TRUSTED_PATH);
        }
        if (!testCertificatesAccepted && CertificatePurpose.isTest(certificate)) {
            return new PathOutcome.Refused(Doubt.TEST_CERTIFICATE);
        }
        List<X509Certificate> path = found.get();
        return path.stream()
                .flatMap(link -> outsideValidity(link, at).stream())
                .findFirst()
                .<PathOutcome>map(PathOutcome.Refused::new)
                .orElseGet(() -> revocation(path, at));
    }

    private static Optional<Doubt> outsideValidity(X509Certificate certificate, Instant at) {
        if (certificate.getNotAfter().toInstant().isBefore(at)) {
            return Optional.of(Doubt.EXPIRED);
        }
        return certificate.getNotBefore().toInstant().isAfter(at) ? Optional.of(Doubt.NOT_YET_VALID) : Optional.empty();
    }

    /** The anchor is trusted by decision and no CRL speaks of it. */
    private PathOutcome revocation(List<X509Certificate> path, Instant at) {
        boolean known = true;
        List<RevocationSource> sources = new ArrayList<>();
        for (int i = 0; i < path.size() - 1; i++) {
            X509Certificate certificate = path.get(i);
            Optional<CheckedCrl> crl = newestCrl(certificate, path.get(i + 1));
            if (crl.filter(list -> list.revokes(certificate, at)).isPresent()) {
                return new PathOutcome.Refused(Doubt.REVOKED);
            }
            known &= crl.filter(list -> list.isCurrent(at)).isPresent();
            crl.map(CheckedCrl::source).ifPresent(sources::add);
        }
        TrustPath found = new TrustPath(path, at, sources);
        return known ? new PathOutcome.Valid(found) : new PathOutcome.RevocationUnknown(found);
    }

    private Optional<CheckedCrl> newestCrl(X509Certificate certificate, X509Certificate issuer) {
        return crls.of(certificate.getIssuerX500Principal()).stream()
                .filter(crl -> crl.covers(certificate, issuer))
                .max(Comparator.comparing(CheckedCrl::thisUpdate));
    }
}
