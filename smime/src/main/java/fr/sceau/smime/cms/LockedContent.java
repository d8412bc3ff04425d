package fr.sceau.smime.cms;

import fr.sceau.smime.spool.Spool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.RecipientOperator;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.operator.InputAEADDecryptor;
import org.bouncycastle.operator.InputDecryptor;
import org.jspecify.annotations.Nullable;

/**
 * The content of an envelope between the parser, which hands it over as it came, and the plaintext. AES-CBC here; with a
 * tag in {@link WithTag}. Content passes by in small pieces and is never held.
 */
class LockedContent implements InputDecryptor {
    private static final int PIECE = 1 << 14;

    private @Nullable Key key;
    private @Nullable AlgorithmIdentifier algorithm;

    /** Makes the parser give the content as it came. */
    RecipientOperator under(Key contentKey, AlgorithmIdentifier contentAlgorithm) {
        key = contentKey;
        algorithm = contentAlgorithm;
        return new RecipientOperator(this);
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        if (algorithm == null) {
            throw new IllegalStateException("no key yet");
        }
        return algorithm;
    }

    @Override
    public InputStream getInputStream(InputStream encrypted) {
        return encrypted;
    }

    byte[] key() {
        if (key == null) {
            throw new IllegalStateException("no key yet");
        }
        return key.getEncoded();
    }

    /**
     * Fails at the end if the content is not whole; what was written by then is worthless.
     *
     * @param written holds what was given to {@code plain}
     */
    void decrypt(InputStream encrypted, OutputStream plain, Spool written)
            throws IOException, GeneralSecurityException {
        byte[] start = ASN1OctetString.getInstance(getAlgorithmIdentifier().getParameters())
                .getOctets();
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key(), "AES"), new IvParameterSpec(start));
        byte[] piece = new byte[PIECE];
        byte[] out = new byte[cipher.getOutputSize(PIECE)];
        for (int read = encrypted.read(piece); read >= 0; read = encrypted.read(piece)) {
            plain.write(out, 0, cipher.update(piece, 0, read, out));
        }
        plain.write(out, 0, cipher.doFinal(out, 0));
    }

    /** Stops the parser as soon as the key is known. */
    static final class KeyAlone extends LockedContent {
        /** Not a failure. */
        static final class Known extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }

        @Override
        RecipientOperator under(Key contentKey, AlgorithmIdentifier contentAlgorithm) {
            super.under(contentKey, contentAlgorithm);
            throw new Known();
        }
    }

    /** AES-GCM. */
    static final class WithTag extends LockedContent implements InputAEADDecryptor {
        private static final int MIN_TAG_BYTES = 12; // RFC 5084 3.2
        private static final int MAX_TAG_BYTES = 16;

        /** Attributes that the tag covers; the parser knows them only behind the content. RFC 5083 2.2 */
        private final ByteArrayOutputStream attributes = new ByteArrayOutputStream();

        @Override
        public OutputStream getAADStream() {
            return attributes;
        }

        @Override
        public byte[] getMAC() {
            throw new UnsupportedOperationException("the parser gives the tag at the end of the content");
        }

        @Override
        void decrypt(InputStream encrypted, OutputStream plain, Spool written)
                throws IOException, GeneralSecurityException {
            GCMParameters parameters =
                    GCMParameters.getInstance(getAlgorithmIdentifier().getParameters());
            int tagBytes = parameters.getIcvLen();
            if (tagBytes < MIN_TAG_BYTES || tagBytes > MAX_TAG_BYTES) {
                throw new GeneralSecurityException("length of the tag");
            }
            byte[] nonce = parameters.getNonce();
            if (nonce.length == TagCheck.NONCE_BYTES) {
                new TagCheck(key(), nonce, tagBytes).decrypt(encrypted, plain, written, attributes::toByteArray);
            } else {
                decrypt(encrypted, plain, new AEADParameters(new KeyParameter(key()), tagBytes * Byte.SIZE, nonce));
            }
        }

        /** With a nonce of another length, which few senders use. */
        private void decrypt(InputStream encrypted, OutputStream plain, AEADParameters parameters)
                throws IOException, AEADBadTagException {
            GCMModeCipher engine = GCMBlockCipher.newInstance(AESEngine.newInstance());
            engine.init(false, parameters);
            byte[] piece = new byte[PIECE];
            byte[] out = new byte[2 * PIECE];
            for (int read = encrypted.read(piece); read >= 0; read = encrypted.read(piece)) {
                plain.write(out, 0, engine.processBytes(piece, 0, read, out, 0));
            }
            engine.processAADBytes(attributes.toByteArray(), 0, attributes.size());
            try {
                plain.write(out, 0, engine.doFinal(out, 0));
            } catch (InvalidCipherTextException wrongTag) {
                throw new AEADBadTagException();
            }
        }
    }
}
