package fr.sceau.smime.keys;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Optional;

/**
 * A private key where it is held: in memory or in a token. It does what it is asked and shows itself in no text, record or
 * exception.
 */
public sealed interface HeldKey permits MemoryKey, TokenKey {
    /** A key that was read into memory. */
    static HeldKey of(PrivateKey key) {
        return new MemoryKey(key);
    }

    /**
     * Signs.
     *
     * @param algorithm as the Java platform names it
     * @throws TokenUnavailable whatever the reason, for a key in a token
     */
    byte[] sign(String algorithm, Optional<AlgorithmParameterSpec> parameters, byte[] data)
            throws TokenUnavailable, GeneralSecurityException;

    /**
     * RSA without any padding: says nothing of what the result is. RFC 8017 5.1.2
     *
     * @param block as long as the modulus and smaller than it
     * @return as long as the modulus
     * @throws TokenUnavailable whatever the reason, for a key in a token
     */
    byte[] rsa(byte[] block) throws TokenUnavailable, GeneralSecurityException;
}
