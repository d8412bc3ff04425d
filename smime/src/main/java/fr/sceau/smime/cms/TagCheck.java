package fr.sceau.smime.cms;

import fr.sceau.smime.engine.Engine;
import fr.sceau.smime.spool.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-GCM by the platform's fast ciphers without their habit to hold all plaintext back until the tag: content is decrypted
 * in counter mode, which is what GCM does to it, and encrypted again to learn which tag it must have. NIST SP 800-38D 7.2
 */
final class TagCheck {
    /** Other nonces are hashed before they count. SP 800-38D 7.1 */
    static final int NONCE_BYTES = 12;

    private static final int PIECE = 1 << 14;
    private static final int FULL_TAG_BYTES = 16;
    /** Counter 1 is for the tag. */
    private static final int FIRST_CONTENT_BLOCK = 2;

    private final SecretKeySpec key;
    private final byte[] nonce;
    private final int tagBytes;

    TagCheck(byte[] key, byte[] nonce, int tagBytes) {
        this.key = new SecretKeySpec(key, "AES");
        this.nonce = nonce.clone();
        this.tagBytes = tagBytes;
    }

    /**
     * Fails if the tag, which ends the content, does not hold; what was written by then is worthless.
     *
     * @param attributes what the tag covers besides; asked for behind the content
     */
    void decrypt(InputStream encrypted, OutputStream plain, Spool written, Supplier<byte[]> attributes)
            throws IOException, GeneralSecurityException {
        Cipher again = encryption();
        byte[] tag = decrypt(encrypted, plain, again);
        byte[] covered = attributes.get();
        byte[] expected = covered.length == 0 ? tag(again) : tag(covered, written);
        if (!MessageDigest.isEqual(tag, Arrays.copyOf(expected, tagBytes))) {
            throw new AEADBadTagException();
        }
    }

    private Cipher encryption() throws GeneralSecurityException {
        return Engine.current()
                .encryption("AES/GCM/NoPadding", key, new GCMParameterSpec(FULL_TAG_BYTES * Byte.SIZE, nonce));
    }

    private Cipher counterMode() throws GeneralSecurityException {
        byte[] start = ByteBuffer.allocate(NONCE_BYTES + Integer.BYTES)
                .put(nonce)
                .putInt(FIRST_CONTENT_BLOCK)
                .array();
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(start));
        return cipher;
    }

    /** Gives the tag that came behind the content. */
    private byte[] decrypt(InputStream encrypted, OutputStream plain, Cipher again)
            throws IOException, GeneralSecurityException {
        Cipher counter = counterMode();
        byte[] held = new byte[PIECE + tagBytes];
        byte[] out = new byte[PIECE + tagBytes];
        byte[] waste = new byte[2 * PIECE];
        int length = 0;
        for (int read = encrypted.read(held, 0, PIECE); read >= 0; read = encrypted.read(held, length, PIECE)) {
            length += read;
            int ready = length - tagBytes;
            if (ready > 0) {
                int count = counter.update(held, 0, ready, out);
                plain.write(out, 0, count);
                again.update(out, 0, count, waste);
                System.arraycopy(held, ready, held, 0, tagBytes);
                length = tagBytes;
            }
        }
        if (length < tagBytes) {
            throw new AEADBadTagException();
        }
        return Arrays.copyOf(held, tagBytes);
    }

    private static byte[] tag(Cipher again) throws GeneralSecurityException {
        byte[] rest = again.doFinal();
        return Arrays.copyOfRange(rest, rest.length - FULL_TAG_BYTES, rest.length);
    }

    /** Attributes count before the content but come behind it, so the content is read a second time. */
    private byte[] tag(byte[] covered, Spool written) throws IOException, GeneralSecurityException {
        Cipher again = encryption();
        again.updateAAD(covered);
        byte[] waste = new byte[2 * PIECE];
        byte[] piece = new byte[PIECE];
        try (InputStream in = written.open()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                again.update(piece, 0, read, waste);
            }
        }
        return tag(again);
    }
}
