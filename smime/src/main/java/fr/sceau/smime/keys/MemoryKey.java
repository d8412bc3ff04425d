package fr.sceau.smime.keys;

import fr.sceau.smime.engine.Engine;
import fr.sceau.smime.engine.KeyInUse;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Optional;

/** A private key in memory, read from a file. */
public final class MemoryKey implements HeldKey {
    private final KeyInUse key;

    MemoryKey(PrivateKey key) {
        this.key = Engine.current().holding(key);
    }

    /** The key itself, for an operation that only its bytes allow. Whoever asks shows it to nobody. */
    public PrivateKey insecureKey() {
        return key.insecureKey();
    }

    /** As {@link KeyInUse#agreed}. */
    public Optional<byte[]> agreed(byte[] other) {
        return key.agreed(other);
    }

    @Override
    public byte[] sign(String algorithm, Optional<AlgorithmParameterSpec> parameters, byte[] data)
            throws GeneralSecurityException {
        return key.sign(algorithm, parameters, data);
    }

    @Override
    public byte[] rsa(byte[] block) throws GeneralSecurityException {
        return key.rsa(block);
    }

    @Override
    public String toString() {
        return "MemoryKey[***]";
    }
}
