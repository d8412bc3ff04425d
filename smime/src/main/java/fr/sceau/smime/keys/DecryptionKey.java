package fr.sceau.smime.keys;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A key that opens what was encrypted to its certificate. */
public record DecryptionKey(HeldKey key, X509Certificate certificate) {
    /** A key in memory. */
    public DecryptionKey(PrivateKey key, X509Certificate certificate) {
        this(HeldKey.of(key), certificate);
    }

    /** Shows the certificate only. */
    @Override
    public String toString() {
        return "DecryptionKey[" + certificate.getSubjectX500Principal() + "]";
    }
}
