package fr.sceau.smime.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;

/** Finds and judges the path from a certificate to a trust anchor. */
public final class PathValidator {
    public PathValidator(TrustAnchors anchors, CrlCache crls, boolean testCertificatesAccepted) {
        Objects.requireNonNull(anchors);
        Objects.requireNonNull(crls);
    }

    /** @param extra certificates that came with the message and may help to build the path */
    public PathOutcome validate(X509Certificate certificate, Collection<X509Certificate> extra, Instant at) {
        throw new UnsupportedOperationException("not written yet");
    }
}
