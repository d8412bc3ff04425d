package fr.sceau.server.backup;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * The chunks of one backup: each is authenticated, and so are its place and whether it is the last one (the STREAM construction of
 * Hoang, Reyhanitabar, Rogaway and Vizár, 2015). A chunk that is changed, moved, repeated or missing does not open. Whoever has the
 * certificate can make such a file: it does not say who did.
 */
final class ChunkCipher {
    static final int CHUNK = 1 << 16;
    static final int TAG = 16;
    /** Octets of the random secret that the certificate's key protects. */
    static final int SECRET = 32;

    private static final byte[] PURPOSE = "sceau sauvegarde 1".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int NONCE = 12; // NIST SP 800-38D 5.2.1.1

    private final SecretKeySpec key;
    private final Cipher cipher;
    private long number;

    /**
     * @param secret what the CMS object holds
     * @param start all that stands before the chunks: a change there gives another key
     */
    ChunkCipher(byte[] secret, byte[] start) throws GeneralSecurityException {
        byte[] salt = MessageDigest.getInstance("SHA-256").digest(start);
        HKDFBytesGenerator derivation = new HKDFBytesGenerator(new SHA256Digest()); // RFC 5869
        derivation.init(new HKDFParameters(secret, salt, PURPOSE));
        byte[] derived = new byte[32];
        derivation.generateBytes(derived, 0, derived.length);
        this.key = new SecretKeySpec(derived, "AES");
        this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    }

    byte[] seal(byte[] content, int length, boolean last) throws GeneralSecurityException {
        return next(Cipher.ENCRYPT_MODE, content, length, last);
    }

    byte[] open(byte[] sealed, int length, boolean last) throws GeneralSecurityException {
        return next(Cipher.DECRYPT_MODE, sealed, length, last);
    }

    private byte[] next(int mode, byte[] octets, int length, boolean last) throws GeneralSecurityException {
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce(last)));
        number++;
        return cipher.doFinal(octets, 0, length);
    }

    private byte[] nonce(boolean last) {
        byte[] nonce = new byte[NONCE];
        for (int i = 0; i < Long.BYTES; i++) {
            nonce[NONCE - 2 - i] = (byte) (number >>> (8 * i));
        }
        nonce[NONCE - 1] = (byte) (last ? 1 : 0);
        return nonce;
    }
}
