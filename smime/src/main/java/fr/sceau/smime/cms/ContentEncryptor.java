package fr.sceau.smime.cms;

import fr.sceau.smime.engine.Engine;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.GenericKey;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.jcajce.JceGenericKey;

/** Encrypts one content under a fresh key: AES-256-CBC here, AES-256-GCM in {@link WithTag}. */
class ContentEncryptor implements OutputEncryptor {
    private static final int KEY_BYTES = 32;
    private static final int BLOCK_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key = new SecretKeySpec(random(KEY_BYTES), "AES");
    private final AlgorithmIdentifier algorithm;
    private final EncryptingStream encrypting;

    private ContentEncryptor(
            ASN1ObjectIdentifier name,
            ASN1Encodable written,
            String transformation,
            AlgorithmParameterSpec parameters,
            int tagBytes)
            throws GeneralSecurityException {
        this.algorithm = new AlgorithmIdentifier(name, written);
        Cipher cipher = Engine.current().encryption(transformation, key, parameters);
        this.encrypting = new EncryptingStream(cipher, tagBytes);
    }

    /** RFC 3565 2.2 */
    static ContentEncryptor cbc() throws GeneralSecurityException {
        byte[] start = random(BLOCK_BYTES);
        return new ContentEncryptor(
                NISTObjectIdentifiers.id_aes256_CBC,
                new DEROctetString(start),
                "AES/CBC/PKCS5Padding",
                new IvParameterSpec(start),
                0);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return algorithm;
    }

    @Override
    public OutputStream getOutputStream(OutputStream encoded) {
        encrypting.into(encoded);
        return encrypting;
    }

    @Override
    public GenericKey getKey() {
        return new JceGenericKey(algorithm, key);
    }

    byte[] tag() {
        return encrypting.tag();
    }

    /** AES-GCM. RFC 5084 3.2 */
    static final class WithTag extends ContentEncryptor implements OutputAEADEncryptor {
        private static final int TAG_BYTES = 16;

        private WithTag(byte[] nonce) throws GeneralSecurityException {
            super(
                    NISTObjectIdentifiers.id_aes256_GCM,
                    new GCMParameters(nonce, TAG_BYTES),
                    "AES/GCM/NoPadding",
                    new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce),
                    TAG_BYTES);
        }

        static WithTag gcm() throws GeneralSecurityException {
            return new WithTag(random(TagCheck.NONCE_BYTES));
        }

        /** We write no attributes. */
        @Override
        public OutputStream getAADStream() {
            return new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException("no attributes are covered");
                }
            };
        }

        @Override
        public byte[] getMAC() {
            return tag();
        }
    }
}
