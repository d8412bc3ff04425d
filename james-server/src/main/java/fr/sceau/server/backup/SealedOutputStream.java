package fr.sceau.server.backup;

import fr.sceau.smime.SmimeException;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;

/** Encrypts what passes through it to one certificate, chunk by chunk. Only {@link #finish} makes the result a whole file. */
final class SealedOutputStream extends OutputStream {
    private final OutputStream out;
    private final ChunkCipher cipher;
    private final byte[] chunk = new byte[ChunkCipher.CHUNK];
    private int filled;

    SealedOutputStream(OutputStream out, X509Certificate recipient) throws IOException, SmimeException {
        byte[] secret = new byte[ChunkCipher.SECRET];
        new SecureRandom().nextBytes(secret);
        byte[] start = SealedStart.encode(secret, recipient);
        this.out = out;
        try {
            this.cipher = new ChunkCipher(secret, start);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM and SHA-256 are part of Java 17", e);
        }
        out.write(start);
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (filled == chunk.length) { // more follows, so this one is not the last
                seal(false);
            }
            int part = Math.min(length - done, chunk.length - filled);
            System.arraycopy(octets, offset + done, chunk, filled, part);
            filled += part;
            done += part;
        }
    }

    /** Writes the last chunk. */
    void finish() throws IOException {
        seal(true);
        out.flush();
    }

    /** Ends nothing: a file without {@link #finish} is a cut one. */
    @Override
    public void close() throws IOException {
        out.close();
    }

    private void seal(boolean last) throws IOException {
        try {
            out.write(cipher.seal(chunk, filled, last));
            filled = 0;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM takes any content", e);
        }
    }
}
