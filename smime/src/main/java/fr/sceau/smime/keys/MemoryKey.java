package fr.sceau.smime.keys;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Optional;
import javax.crypto.Cipher;

/** A private key in memory, read from a file. */
public final class MemoryKey implements HeldKey {
    private final PrivateKey key;

    MemoryKey(PrivateKey key) {
        this.key = key;
    }

    /** The key itself, for an operation that only its bytes allow. Whoever asks shows it to nobody. */
    public PrivateKey insecureKey() {
        return key;
    }

    /** No provider is named: the fastest one at hand is taken. */
    @Override
    public byte[] sign(String algorithm, Optional<AlgorithmParameterSpec> parameters, byte[] data)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        if (parameters.isPresent()) {
            signature.setParameter(parameters.get());
        }
        signature.initSign(key);
        signature.update(data);
        return signature.sign();
    }

    @Override
    public byte[] rsa(byte[] block) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key);
        return cipher.doFinal(block);
    }

    @Override
    public String toString() {
        return "MemoryKey[***]";
    }
}
