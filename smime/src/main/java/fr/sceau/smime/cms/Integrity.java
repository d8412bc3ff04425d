package fr.sceau.smime.cms;

import fr.sceau.smime.Layer.Form;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.SignatureVerdict.Fault;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the outermost layer of an entity is, and whether signed bytes are what was signed. Says nothing of the signer. */
public sealed interface Integrity {
    /** No S/MIME layer. */
    record NotSigned() implements Integrity {}

    /** Certificates for the reader to keep; RFC 8551 3.8 */
    record CertificatesOnly() implements Integrity {}

    /** Compressed data, which is not unpacked. RFC 3274 */
    record Compressed() implements Integrity {}

    /**
     * The content is encrypted, so a signature inside cannot be seen and one outside vouches for no plaintext.
     *
     * @param cipher as the object announces it
     */
    record Encrypted(ContentEncryption cipher) implements Integrity {}

    /** Not established. */
    record Broken(Form form, Fault fault) implements Integrity {}

    /**
     * Every signature on it verifies.
     *
     * @param signers at least one
     * @param certificates all that came with the message
     * @param content the entity that was signed
     */
    record Intact(Form form, List<SignedBy> signers, List<X509Certificate> certificates, RawMessage content)
            implements Integrity {
        public Intact {
            signers = List.copyOf(signers);
            certificates = List.copyOf(certificates);
        }
    }

    /** A key that signed, by its certificate, and the time that the signer claims. */
    record SignedBy(X509Certificate certificate, Optional<Instant> claimedAt) {}
}
