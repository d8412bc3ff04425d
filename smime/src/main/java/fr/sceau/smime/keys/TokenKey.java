package fr.sceau.smime.keys;

import fr.sceau.smime.engine.Engine;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Optional;
import javax.crypto.Cipher;

/**
 * A private key that never leaves its token. Found anew by its certificate when the token was away. What the token gives is
 * checked with the certificate: one that fails silently, or holds another key beside it, is as good as away.
 */
final class TokenKey implements HeldKey {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Token token;
    private final X509Certificate certificate;

    TokenKey(Token token, X509Certificate certificate) {
        this.token = token;
        this.certificate = certificate;
    }

    @Override
    public byte[] sign(String algorithm, Optional<AlgorithmParameterSpec> parameters, byte[] data)
            throws TokenUnavailable {
        return token.use(certificate, (provider, key) -> {
            Signature signature = Signature.getInstance(algorithm, provider);
            if (parameters.isPresent()) {
                signature.setParameter(parameters.get());
            }
            signature.initSign(key);
            signature.update(data);
            byte[] signed = signature.sign();
            check(verifies(algorithm, parameters, data, signed));
            return signed;
        });
    }

    @Override
    public byte[] rsa(byte[] block) throws TokenUnavailable {
        return token.use(certificate, (provider, key) -> {
            Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding", provider);
            cipher.init(Cipher.DECRYPT_MODE, key);
            byte[] opened = cipher.doFinal(block);
            check(opened.length <= block.length && isInverse(opened, block));
            return opened;
        });
    }

    private boolean verifies(String algorithm, Optional<AlgorithmParameterSpec> parameters, byte[] data, byte[] signed)
            throws GeneralSecurityException {
        return Engine.current().verifies(algorithm, parameters, certificate.getPublicKey(), data, signed);
    }

    /** Whether encrypting {@code opened} gives {@code block}; under a random factor, so that its duration tells nothing. */
    private boolean isInverse(byte[] opened, byte[] block) {
        if (!(certificate.getPublicKey() instanceof RSAPublicKey rsa)) {
            return false;
        }
        BigInteger modulus = rsa.getModulus();
        BigInteger factor = new BigInteger(modulus.bitLength() - 1, RANDOM).setBit(0);
        BigInteger blinded = new BigInteger(1, opened).multiply(factor).mod(modulus);
        BigInteger expected = new BigInteger(1, block)
                .multiply(factor.modPow(rsa.getPublicExponent(), modulus))
                .mod(modulus);
        return blinded.modPow(rsa.getPublicExponent(), modulus).equals(expected);
    }

    private static void check(boolean right) throws InvalidKeyException {
        if (!right) {
            throw new InvalidKeyException("the token's answer does not fit the certificate");
        }
    }

    @Override
    public String toString() {
        return "TokenKey[***]";
    }
}
