package fr.sceau.smime.engine;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;

/**
 * Computes by an accelerator if one was found when the process started, else by the Java platform. Which of them never
 * changes an outcome: what the accelerator refuses or does not confirm is asked of the platform, whose answer counts.
 *
 * <p>Digests and decryption of content stay with the platform, which is as fast or faster: docs/benches.md. Safe for use by
 * several threads.
 */
public final class Engine {
    private static final Set<String> SIGNATURES = Set.of(
            "SHA256withRSA",
            "SHA384withRSA",
            "SHA512withRSA",
            "RSASSA-PSS",
            "SHA256withECDSA",
            "SHA384withECDSA",
            "SHA512withECDSA");

    /** Loading and testing the accelerator takes part of a second: once in a process, when something is first computed. */
    private static final Engine CURRENT = new Engine(Accelerator.find());

    private final Accelerator accelerator;

    Engine(Accelerator accelerator) {
        this.accelerator = accelerator;
    }

    /** The one of this process. */
    public static Engine current() {
        return CURRENT;
    }

    /** One line for an operator: the accelerator's name and version, or why there is none. */
    public String description() {
        return accelerator.provider().isPresent() ? accelerator.said() : "Java (" + accelerator.said() + ")";
    }

    /** Whether an accelerator computes. */
    public boolean accelerated() {
        return accelerator.provider().isPresent();
    }

    /** Holds a private key, in the form that computes fastest. */
    public KeyInUse holding(PrivateKey key) {
        return KeyInUse.of(key, accelerator.provider());
    }

    /**
     * Whether the signature is that of the data.
     *
     * @throws java.security.SignatureException if the signature has no form that the algorithm knows
     */
    public boolean verifies(
            String algorithm,
            Optional<? extends AlgorithmParameterSpec> parameters,
            PublicKey key,
            byte[] data,
            byte[] signature)
            throws GeneralSecurityException {
        return confirms(algorithm, parameters, key, data, signature)
                || verifies(Signature.getInstance(algorithm), parameters, key, data, signature);
    }

    /** Says nothing if false: libraries differ in odd encodings, and a verdict must not depend on which one is there. */
    private boolean confirms(
            String algorithm,
            Optional<? extends AlgorithmParameterSpec> parameters,
            PublicKey key,
            byte[] data,
            byte[] signature) {
        Optional<Provider> provider = forSignature(algorithm, accelerator.provider());
        try {
            return provider.isPresent()
                    && verifies(Signature.getInstance(algorithm, provider.get()), parameters, key, data, signature);
        } catch (GeneralSecurityException | RuntimeException refused) {
            return false;
        }
    }

    private static boolean verifies(
            Signature verifier,
            Optional<? extends AlgorithmParameterSpec> parameters,
            PublicKey key,
            byte[] data,
            byte[] signature)
            throws GeneralSecurityException {
        if (parameters.isPresent()) {
            verifier.setParameter(parameters.get());
        }
        verifier.initVerify(key);
        verifier.update(data);
        return verifier.verify(signature);
    }

    static Optional<Provider> forSignature(String algorithm, Optional<Provider> provider) {
        return provider.filter(any -> SIGNATURES.contains(algorithm));
    }

    /** A cipher that is ready to encrypt; {@code transformation} as in {@code AES/GCM/NoPadding}. */
    public Cipher encryption(String transformation, SecretKey key, AlgorithmParameterSpec parameters)
            throws GeneralSecurityException {
        return computed(provider -> ready(transformation, provider, key, Optional.of(parameters)));
    }

    /** Something short, such as another key, encrypted with a public key. */
    public byte[] encrypted(
            String transformation, PublicKey key, Optional<? extends AlgorithmParameterSpec> parameters, byte[] plain)
            throws GeneralSecurityException {
        return computed(
                provider -> ready(transformation, provider, key, parameters).doFinal(plain));
    }

    /** What a fresh key and the other's agree on. */
    public FreshAgreement agreement(ECPublicKey other) throws GeneralSecurityException {
        return computed(provider -> agreement(provider, other));
    }

    private static FreshAgreement agreement(Optional<Provider> provider, ECPublicKey other)
            throws GeneralSecurityException {
        KeyPairGenerator generator = provider.isPresent()
                ? KeyPairGenerator.getInstance("EC", provider.get())
                : KeyPairGenerator.getInstance("EC");
        generator.initialize(other.getParams());
        KeyPair fresh = generator.generateKeyPair();
        KeyAgreement agreement = provider.isPresent()
                ? KeyAgreement.getInstance("ECDH", provider.get())
                : KeyAgreement.getInstance("ECDH");
        agreement.init(fresh.getPrivate());
        agreement.doPhase(other, true);
        return new FreshAgreement(fresh.getPublic(), agreement.generateSecret());
    }

    private interface Operation<T> {
        T by(Optional<Provider> provider) throws GeneralSecurityException;
    }

    private <T> T computed(Operation<T> operation) throws GeneralSecurityException {
        if (accelerator.provider().isPresent()) {
            try {
                return operation.by(accelerator.provider());
            } catch (GeneralSecurityException | RuntimeException refused) {
                return operation.by(Optional.empty());
            }
        }
        return operation.by(Optional.empty());
    }

    private static Cipher ready(
            String transformation,
            Optional<Provider> provider,
            Key key,
            Optional<? extends AlgorithmParameterSpec> parameters)
            throws GeneralSecurityException {
        Cipher cipher = provider.isPresent()
                ? Cipher.getInstance(transformation, provider.get())
                : Cipher.getInstance(transformation);
        if (parameters.isPresent()) {
            cipher.init(Cipher.ENCRYPT_MODE, key, parameters.get());
        } else {
            cipher.init(Cipher.ENCRYPT_MODE, key);
        }
        return cipher;
    }
}
