package fr.sceau.smime.keys;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A key that signs.
 *
 * @param chain the signer's certificate, then its issuers as far as known
 */
public record SigningKey(HeldKey key, List<X509Certificate> chain) {
    public SigningKey {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a signing key needs its certificate");
        }
    }

    /** A key in memory. */
    public SigningKey(PrivateKey key, List<X509Certificate> chain) {
        this(HeldKey.of(key), chain);
    }

    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** Shows the certificate only. */
    @Override
    public String toString() {
        return "SigningKey[" + certificate().getSubjectX500Principal() + "]";
    }
}
