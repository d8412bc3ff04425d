package fr.sceau.smime.engine;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;

/**
 * A private key, ready to compute. The accelerator's own form of it is made once: to make it costs more than a signature.
 * What the accelerator cannot do, the platform does. Shows itself in no text.
 */
public final class KeyInUse {
    private static final String BARE_RSA = "RSA/ECB/NoPadding";

    private final PrivateKey key;
    private final Optional<Accelerated> accelerated;

    /** The accelerator's form of the key. */
    private record Accelerated(PrivateKey key, Provider provider) {
        @Override
        public String toString() {
            return "***";
        }
    }

    private KeyInUse(PrivateKey key, Optional<Accelerated> accelerated) {
        this.key = key;
        this.accelerated = accelerated;
    }

    static KeyInUse of(PrivateKey key, Optional<Provider> provider) {
        return new KeyInUse(key, provider.flatMap(fast -> translated(key, fast)));
    }

    private static Optional<Accelerated> translated(PrivateKey key, Provider provider) {
        try {
            Key own = KeyFactory.getInstance(key.getAlgorithm(), provider).translateKey(key);
            return own instanceof PrivateKey usable ? Optional.of(new Accelerated(usable, provider)) : Optional.empty();
        } catch (GeneralSecurityException | RuntimeException refused) {
            return Optional.empty();
        }
    }

    /** The key itself, for an operation that only its bytes allow. Whoever asks shows it to nobody. */
    public PrivateKey insecureKey() {
        return key;
    }

    private interface Operation {
        byte[] by(PrivateKey key, Optional<Provider> provider) throws GeneralSecurityException;
    }

    private byte[] compute(Operation operation) throws GeneralSecurityException {
        if (accelerated.isPresent()) {
            try {
                return operation.by(
                        accelerated.get().key(), Optional.of(accelerated.get().provider()));
            } catch (GeneralSecurityException | RuntimeException refused) {
                return operation.by(key, Optional.empty());
            }
        }
        return operation.by(key, Optional.empty());
    }

    /** Signs; {@code algorithm} as the Java platform names it. */
    public byte[] sign(String algorithm, Optional<? extends AlgorithmParameterSpec> parameters, byte[] data)
            throws GeneralSecurityException {
        return compute((usable, provider) -> {
            Signature signature = provider.isPresent()
                    ? Signature.getInstance(algorithm, provider.get())
                    : Signature.getInstance(algorithm);
            if (parameters.isPresent()) {
                signature.setParameter(parameters.get());
            }
            signature.initSign(usable);
            signature.update(data);
            return signature.sign();
        });
    }

    /** RSA without any padding. RFC 8017 5.1.2 */
    public byte[] rsa(byte[] block) throws GeneralSecurityException {
        return compute((usable, provider) -> {
            Cipher cipher =
                    provider.isPresent() ? Cipher.getInstance(BARE_RSA, provider.get()) : Cipher.getInstance(BARE_RSA);
            cipher.init(Cipher.DECRYPT_MODE, usable);
            return cipher.doFinal(block);
        });
    }

    /**
     * What this key and another on the same curve agree on, by the accelerator; empty if there is none or it refuses.
     *
     * @param other as a SubjectPublicKeyInfo; may come from a stranger
     */
    public Optional<byte[]> agreed(byte[] other) {
        if (accelerated.isEmpty()) {
            return Optional.empty();
        }
        Provider provider = accelerated.get().provider();
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH", provider);
            agreement.init(accelerated.get().key());
            PublicKey theirs = KeyFactory.getInstance("EC", provider).generatePublic(new X509EncodedKeySpec(other));
            agreement.doPhase(theirs, true);
            return Optional.of(agreement.generateSecret());
        } catch (GeneralSecurityException | RuntimeException refused) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "KeyInUse[***]";
    }
}
