package fr.sceau.smime.cms;

import fr.sceau.smime.SignatureVerdict.Fault;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether the signed bytes are what was signed. Establishes nothing about who the signer is. */
public sealed interface Integrity {
    /** Nothing here is signed. */
    record NotSigned() implements Integrity {}

    /** The content is encrypted, so a signature inside cannot be seen and one outside vouches for no plaintext. */
    record Encrypted() implements Integrity {}

    /** Not established. */
    record Broken(Fault fault) implements Integrity {}

    /**
     * Every signature on it verifies.
     *
     * @param signers at least one
     * @param certificates all that came with the message
     */
    record Intact(List<SignedBy> signers, List<X509Certificate> certificates) implements Integrity {
        public Intact {
            signers = List.copyOf(signers);
            certificates = List.copyOf(certificates);
        }
    }

    /** A key that signed, by its certificate, and the time that the signer claims. */
    record SignedBy(X509Certificate certificate, Optional<Instant> claimedAt) {}
}
