package fr.sceau.smime.cms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.ecc.ECCCMSSharedInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.Wrapper;
import org.bouncycastle.crypto.engines.AESWrapEngine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/**
 * What is done with a secret that was agreed on a curve: a key comes out of it, which encrypts the content key. RFC 5753 7.2
 *
 * @param wrapping how the content key is encrypted, as the message has it
 */
record AgreementScheme(String hash, AlgorithmIdentifier wrapping, int keyBytes) {
    private static final Map<ASN1ObjectIdentifier, String> HASHES = Map.of(
            CMSAlgorithm.ECDH_SHA256KDF, "SHA-256",
            CMSAlgorithm.ECDH_SHA384KDF, "SHA-384",
            CMSAlgorithm.ECDH_SHA512KDF, "SHA-512");

    /** None longer than the shortest hash. */
    private static final Map<ASN1ObjectIdentifier, Integer> KEY_BYTES =
            Map.of(CMSAlgorithm.AES128_WRAP, 16, CMSAlgorithm.AES192_WRAP, 24, CMSAlgorithm.AES256_WRAP, 32);

    /** Empty for what only Bouncy Castle knows. */
    static Optional<AgreementScheme> of(AlgorithmIdentifier agreement) {
        String hash = HASHES.get(agreement.getAlgorithm());
        if (hash == null) {
            return Optional.empty();
        }
        AlgorithmIdentifier wrapping = AlgorithmIdentifier.getInstance(agreement.getParameters());
        return Optional.ofNullable(KEY_BYTES.get(wrapping.getAlgorithm()))
                .map(bytes -> new AgreementScheme(hash, wrapping, bytes));
    }

    byte[] wrapped(byte[] secret, byte[] contentKey) throws GeneralSecurityException {
        return engine(true, secret, null).wrap(contentKey, 0, contentKey.length);
    }

    /** @param keyingMaterial what the sender added to the secret, if anything */
    byte[] unwrapped(byte[] secret, byte @Nullable [] keyingMaterial, byte[] encrypted)
            throws GeneralSecurityException {
        try {
            return engine(false, secret, keyingMaterial).unwrap(encrypted, 0, encrypted.length);
        } catch (InvalidCipherTextException e) {
            throw new GeneralSecurityException("not encrypted under this key", e);
        }
    }

    private Wrapper engine(boolean forWrapping, byte[] secret, byte @Nullable [] keyingMaterial)
            throws GeneralSecurityException {
        Wrapper engine = new AESWrapEngine(); // RFC 3394
        engine.init(forWrapping, new KeyParameter(key(secret, keyingMaterial)));
        return engine;
    }

    /** The first block of the derivation function is enough. SEC 1 3.6.1 */
    private byte[] key(byte[] secret, byte @Nullable [] keyingMaterial) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance(hash);
        digest.update(secret);
        digest.update(number(1));
        digest.update(sharedInfo(keyingMaterial));
        return Arrays.copyOf(digest.digest(), keyBytes);
    }

    private byte[] sharedInfo(byte @Nullable [] keyingMaterial) {
        byte[] bits = number(keyBytes * Byte.SIZE);
        ECCCMSSharedInfo info = keyingMaterial == null
                ? new ECCCMSSharedInfo(wrapping, bits)
                : new ECCCMSSharedInfo(wrapping, keyingMaterial, bits);
        try {
            return info.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("written to memory", e);
        }
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }
}
