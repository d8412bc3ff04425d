package fr.sceau.smime.trust;

import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.TrustPath;
import fr.sceau.smime.trust.RevocationState.Kind;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds and judges the path from a certificate to a trust anchor, in this order: is there a path at all; is the
 * certificate of the TEST world; is every certificate valid at that instant; is one revoked; is revocation known.
 */
public final class PathValidator {
    private final PathFinder finder;
    private final RevocationCheck revocation;
    private final Optional<RevocationData> data;
    private final boolean testCertificatesAccepted;

    /** Judges by lists alone. */
    public PathValidator(TrustAnchors anchors, CrlCache crls, boolean testCertificatesAccepted) {
        this(anchors, crls, testCertificatesAccepted, PathRules.OURS);
    }

    public PathValidator(TrustAnchors anchors, RevocationData data, boolean testCertificatesAccepted) {
        this.finder = new PathFinder(anchors, PathRules.OURS);
        this.data = Optional.of(data);
        RevocationLists lists = new RevocationLists(data.lists(), finder, PathRules.OURS);
        this.revocation = new RevocationCheck(lists, Optional.of(data.answers()), data.needs());
        this.testCertificatesAccepted = testCertificatesAccepted;
    }

    PathValidator(TrustAnchors anchors, CrlCache crls, boolean testCertificatesAccepted, PathRules rules) {
        this.finder = new PathFinder(anchors, rules);
        this.data = Optional.empty();
        RevocationLists lists = new RevocationLists(crls, finder, rules);
        this.revocation = new RevocationCheck(lists, Optional.empty(), RevocationNeeds.NONE);
        this.testCertificatesAccepted = testCertificatesAccepted;
    }

    /**
     * Says nothing of the certificate's purpose: see {@link CertificatePurpose}.
     *
     * @param extra certificates that came with the message and may help to build the path
     */
    public PathOutcome validate(X509Certificate certificate, Collection<X509Certificate> extra, Instant at) {
        Optional<List<X509Certificate>> found =
                finder.find(certificate, extra, at).or(() -> withFetched(certificate, extra, at));
        if (found.isEmpty()) {
            return new PathOutcome.Refused(isAwaited(certificate) ? Doubt.ISSUER_AWAITED : Doubt.NO_TRUSTED_PATH);
        }
        if (!testCertificatesAccepted && CertificatePurpose.isTest(certificate)) {
            return new PathOutcome.Refused(Doubt.TEST_CERTIFICATE);
        }
        List<X509Certificate> path = found.get();
        return path.stream()
                .flatMap(link -> outsideValidity(link, at).stream())
                .findFirst()
                .<PathOutcome>map(PathOutcome.Refused::new)
                .orElseGet(() -> revocation(path, List.copyOf(extra), at));
    }

    /** An authority of a known name is not missing: whoever borrows its name is not given the benefit of the doubt. */
    private boolean isAwaited(X509Certificate certificate) {
        return data.filter(sources -> sources.needs().pathMissing(certificate))
                .filter(sources -> !finder.knows(certificate.getIssuerX500Principal()))
                .filter(sources -> sources.authorities().issuersOf(certificate).isEmpty())
                .isPresent();
    }

    private Optional<List<X509Certificate>> withFetched(
            X509Certificate certificate, Collection<X509Certificate> extra, Instant at) {
        List<X509Certificate> more = data.map(sources -> sources.authorities().issuersOf(certificate))
                .orElse(List.of());
        List<X509Certificate> all = Stream.concat(extra.stream(), more.stream()).toList();
        return more.isEmpty() ? Optional.empty() : finder.find(certificate, all, at);
    }

    private static Optional<Doubt> outsideValidity(X509Certificate certificate, Instant at) {
        if (certificate.getNotAfter().toInstant().isBefore(at)) {
            return Optional.of(Doubt.EXPIRED);
        }
        return certificate.getNotBefore().toInstant().isAfter(at) ? Optional.of(Doubt.NOT_YET_VALID) : Optional.empty();
    }

    private PathOutcome revocation(List<X509Certificate> path, List<X509Certificate> extra, Instant at) {
        List<RevocationState> states = revocation.of(path, extra, at);
        TrustPath found = new TrustPath(
                path,
                at,
                states.stream().flatMap(state -> state.sources().stream()).toList());
        if (states.stream().anyMatch(state -> state.is(Kind.REVOKED))) {
            return new PathOutcome.Refused(Doubt.REVOKED, Optional.of(found));
        }
        return states.stream().allMatch(state -> state.is(Kind.GOOD))
                ? new PathOutcome.Valid(found)
                : new PathOutcome.RevocationUnknown(found);
    }
}
