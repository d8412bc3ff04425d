package fr.sceau.smime;

import fr.sceau.smime.identity.CertificateIdentity;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * Who made a signature, as the certificate says.
 *
 * @param certificate the signer's certificate
 * @param identity what the certificate says of its holder
 * @param claimedAt the signer's own signing time, which nothing proves
 */
public record Signer(X509Certificate certificate, CertificateIdentity identity, Optional<Instant> claimedAt) {}
