package fr.sceau.smime.cms;

import fr.sceau.smime.mime.Pieces;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * Gathers what is written into pieces of a size at which ciphers are fast, and keeps the tag back, which the cipher gives as
 * the end of the content.
 */
final class EncryptingStream extends OutputStream {
    private static final int PIECE = Pieces.OCTETS;

    /** For what a cipher kept back of the piece before, padding and the tag. */
    private static final int ROOM = 64;

    private final Cipher cipher;
    private final byte[] piece = new byte[PIECE];
    private final byte[] encrypted = new byte[PIECE + ROOM];
    private final byte[] tag;
    private int length;
    private OutputStream out = OutputStream.nullOutputStream();

    /** @param tagBytes 0 for a cipher without a tag */
    EncryptingStream(Cipher cipher, int tagBytes) {
        this.cipher = cipher;
        this.tag = new byte[tagBytes];
    }

    void into(OutputStream encoded) {
        out = encoded;
    }

    /** Known once this is closed. */
    byte[] tag() {
        return tag.clone();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        for (int done = 0; done < count; ) {
            int taken = Math.min(PIECE - length, count - done);
            System.arraycopy(bytes, offset + done, piece, length, taken);
            length += taken;
            done += taken;
            if (length == PIECE) {
                encrypt();
            }
        }
    }

    private void encrypt() throws IOException {
        try {
            out.write(encrypted, 0, cipher.update(piece, 0, length, encrypted));
            length = 0;
        } catch (GeneralSecurityException e) {
            throw new IOException("the content cannot be encrypted", e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            int end = cipher.doFinal(piece, 0, length, encrypted);
            int content = end - tag.length;
            System.arraycopy(encrypted, content, tag, 0, tag.length);
            out.write(encrypted, 0, content);
            Arrays.fill(piece, (byte) 0);
        } catch (GeneralSecurityException e) {
            throw new IOException("the content cannot be encrypted", e);
        }
        if (tag.length == 0) {
            out.close(); // where there is a tag, the generator of the object does it, and must not do it twice
        }
    }
}
