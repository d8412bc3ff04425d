package fr.sceau.smime.keys;

import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Optional;
import javax.crypto.Cipher;

/** A private key that never leaves its token. Found anew by its certificate when the token was away. */
final class TokenKey implements HeldKey {
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
            return signature.sign();
        });
    }

    @Override
    public byte[] rsa(byte[] block) throws TokenUnavailable {
        return token.use(certificate, (provider, key) -> {
            Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding", provider);
            cipher.init(Cipher.DECRYPT_MODE, key);
            return cipher.doFinal(block);
        });
    }

    @Override
    public String toString() {
        return "TokenKey[***]";
    }
}
