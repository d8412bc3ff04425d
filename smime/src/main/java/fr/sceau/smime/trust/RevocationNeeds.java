package fr.sceau.smime.trust;

import java.security.cert.X509Certificate;

/** Is told which certificates are being judged, so that what is known of them stays fresh and whole. Must not wait for anything. */
@FunctionalInterface
public interface RevocationNeeds {
    /** For those who do not fetch. */
    RevocationNeeds NONE = (certificate, issuer, known) -> {};

    /** @param known whether fresh revocation data was there */
    void judged(X509Certificate certificate, X509Certificate issuer, boolean known);

    /**
     * No path leads from that certificate to an anchor: perhaps the authority between them is missing here.
     *
     * @return whether that authority will be asked for
     */
    default boolean pathMissing(X509Certificate certificate) {
        return false;
    }
}
