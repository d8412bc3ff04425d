package fr.sceau.smime;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * The path from a signer to an anchor, and the instant for which it was found valid.
 *
 * @param certificates signer first, anchor last
 * @param validAt the instant of the check
 * @param revocation the lists and answers that were believed, in the order of the certificates; none for the anchor
 */
public record TrustPath(List<X509Certificate> certificates, Instant validAt, List<RevocationSource> revocation) {
    public TrustPath {
        certificates = List.copyOf(certificates);
        revocation = List.copyOf(revocation);
    }
}
