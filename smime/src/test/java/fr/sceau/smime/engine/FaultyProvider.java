package fr.sceau.smime.engine;

import java.security.AlgorithmParameters;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactorySpi;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.KeySpec;
import java.util.List;
import javax.crypto.CipherSpi;

/** Takes every key and does nothing right: signing and ciphers fail, no signature is ever confirmed. */
public final class FaultyProvider extends Provider {
    private static final long serialVersionUID = 1;

    public FaultyProvider() {
        super("Faulty", "1", "for tests");
        List.of("SHA256withRSA", "SHA256withECDSA", "RSASSA-PSS")
                .forEach(name -> put("Signature." + name, Signatures.class.getName()));
        List.of("AES/GCM/NoPadding", "AES/CBC/PKCS5Padding", "RSA/ECB/NoPadding")
                .forEach(name -> put("Cipher." + name, Ciphers.class.getName()));
        List.of("RSA", "EC").forEach(name -> put("KeyFactory." + name, Keys.class.getName()));
    }

    /** Keeps keys as they are. */
    public static final class Keys extends KeyFactorySpi {
        @Override
        protected Key engineTranslateKey(Key key) {
            return key;
        }

        @Override
        protected PublicKey engineGeneratePublic(KeySpec spec) {
            throw new ProviderException("faulty");
        }

        @Override
        protected PrivateKey engineGeneratePrivate(KeySpec spec) {
            throw new ProviderException("faulty");
        }

        @Override
        protected <T extends KeySpec> T engineGetKeySpec(Key key, Class<T> spec) {
            throw new ProviderException("faulty");
        }
    }

    /** Confirms nothing and makes none. */
    public static final class Signatures extends SignatureSpi {
        @Override
        protected void engineInitVerify(PublicKey key) {}

        @Override
        protected void engineInitSign(PrivateKey key) {}

        @Override
        protected void engineUpdate(byte b) {}

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) {}

        @Override
        protected byte[] engineSign() {
            throw new ProviderException("faulty");
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            return false;
        }

        @Override
        protected void engineSetParameter(AlgorithmParameterSpec parameters) {}

        @Override
        @SuppressWarnings("deprecation")
        protected void engineSetParameter(String name, Object value) {}

        @Override
        @SuppressWarnings("deprecation")
        protected Object engineGetParameter(String name) {
            throw new ProviderException("faulty");
        }
    }

    /** Cannot be made ready. */
    public static final class Ciphers extends CipherSpi {
        @Override
        protected void engineSetMode(String mode) {}

        @Override
        protected void engineSetPadding(String padding) {}

        @Override
        protected int engineGetBlockSize() {
            return 16;
        }

        @Override
        protected int engineGetOutputSize(int length) {
            return length;
        }

        @Override
        protected byte[] engineGetIV() {
            return new byte[0];
        }

        @Override
        protected AlgorithmParameters engineGetParameters() {
            throw new ProviderException("faulty");
        }

        @Override
        protected void engineInit(int mode, Key key, SecureRandom random) throws InvalidKeyException {
            throw new InvalidKeyException("faulty");
        }

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random)
                throws InvalidKeyException {
            throw new InvalidKeyException("faulty");
        }

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameters parameters, SecureRandom random)
                throws InvalidKeyException {
            throw new InvalidKeyException("faulty");
        }

        @Override
        protected byte[] engineUpdate(byte[] in, int offset, int length) {
            throw new ProviderException("faulty");
        }

        @Override
        protected int engineUpdate(byte[] in, int offset, int length, byte[] out, int at) {
            throw new ProviderException("faulty");
        }

        @Override
        protected byte[] engineDoFinal(byte[] in, int offset, int length) {
            throw new ProviderException("faulty");
        }

        @Override
        protected int engineDoFinal(byte[] in, int offset, int length, byte[] out, int at) {
            throw new ProviderException("faulty");
        }
    }
}
