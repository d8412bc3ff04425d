package fr.sceau.server.backup;

import fr.sceau.smime.keys.DecryptionKey;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens an encrypted backup. Gives out only octets of authenticated chunks, and an end only when the last chunk was the last one
 * that was written and nothing follows it. Holds one chunk.
 */
final class SealedInputStream extends InputStream {
    private final BufferedInputStream in;
    private final ChunkCipher cipher;
    private byte[] chunk = new byte[0];
    private int position;
    private boolean first = true;
    private boolean last;

    SealedInputStream(InputStream sealed, List<DecryptionKey> keys) throws IOException {
        this.in = new BufferedInputStream(sealed, 1 << 17);
        this.cipher = SealedStart.open(in, keys);
    }

    @Override
    public int read() throws IOException {
        return ready() ? chunk[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] octets, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!ready()) {
            return -1;
        }
        int part = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, octets, offset, part);
        position += part;
        return part;
    }

    @Override
    public int available() {
        return chunk.length - position;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean ready() throws IOException {
        while (position == chunk.length && !last) {
            next();
        }
        return position < chunk.length;
    }

    private void next() throws IOException {
        byte[] sealed = in.readNBytes(ChunkCipher.CHUNK + ChunkCipher.TAG);
        boolean end = sealed.length < ChunkCipher.CHUNK + ChunkCipher.TAG || !follows();
        if (sealed.length < ChunkCipher.TAG || (sealed.length == ChunkCipher.TAG && !first)) {
            throw cut(null);
        }
        try {
            chunk = cipher.open(sealed, sealed.length, end);
        } catch (GeneralSecurityException tagDoesNotHold) {
            throw cut(tagDoesNotHold);
        }
        position = 0;
        first = false;
        last = end;
    }

    private boolean follows() throws IOException {
        in.mark(1);
        boolean more = in.read() >= 0;
        in.reset();
        return more;
    }

    private static BackupDamaged cut(@Nullable Throwable cause) {
        String message = "La sauvegarde est coupée ou abîmée : rien n'en est repris.";
        return cause == null ? new BackupDamaged(message) : new BackupDamaged(message, cause);
    }
}
