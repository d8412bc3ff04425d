package fr.sceau.smime;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A revocation list or answer that was believed about a certificate, named so that it can be found again years later.
 *
 * @param issuer distinguished name of who signed it
 * @param sha256 of the list or answer as it was published, in hexadecimal
 * @param nextUpdate until when it is the issuer's word; it may not say
 */
public record RevocationSource(
        Kind kind, String issuer, String sha256, Instant thisUpdate, Optional<Instant> nextUpdate) {
    /** RFC 5280 section 5 and RFC 6960. */
    public enum Kind {
        CRL,
        OCSP;

        /** Stable, in lower case. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
