package fr.sceau.smime;

import java.time.Instant;
import java.util.Optional;

/**
 * A revocation list that was asked about a certificate, named so that it can be found again years later.
 *
 * @param issuer distinguished name
 * @param sha256 of the list as its issuer signed it, in hexadecimal
 * @param nextUpdate until when it is the issuer's word; a list may not say
 */
public record RevocationSource(String issuer, String sha256, Instant thisUpdate, Optional<Instant> nextUpdate) {}
