package fr.sceau.smime.spool;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A temporary file for one content, written once and read as often as wanted. Only its owner may open it; where the system
 * allows it, it is gone from its folder as soon as it is open, so that nothing is left even by a crash. One that nobody
 * closes is closed with the channel, by the collector.
 */
final class EncryptedFile implements Closeable {
    private static final int BLOCK = 1 << 14;
    private static final SecureRandom RANDOM = new SecureRandom();
    /** The key is used for this one content, so the counter may start anywhere. */
    private static final IvParameterSpec START = new IvParameterSpec(new byte[16]);

    private final FileChannel channel;
    private final SecretKeySpec key;

    private EncryptedFile(FileChannel channel, SecretKeySpec key) {
        this.channel = channel;
        this.key = key;
    }

    static EncryptedFile create(Path folder) throws IOException {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        Path path = folder.resolve("sceau-" + new BigInteger(128, RANDOM).toString(36));
        FileChannel channel = FileChannel.open(
                path,
                Set.of(
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE),
                ownerOnly());
        return new EncryptedFile(channel, new SecretKeySpec(key, "AES"));
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0]; // Windows: the user's own temporary folder is closed to others
    }

    private Cipher cipher(int mode) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, key, START);
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    /** To be written to the end before anything is read. */
    OutputStream writing() {
        Cipher cipher = cipher(Cipher.ENCRYPT_MODE);
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                for (int at = 0; at < length; at += BLOCK) {
                    put(cipher.update(bytes, offset + at, Math.min(BLOCK, length - at)));
                }
            }
        };
    }

    private void put(byte[] encrypted) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(encrypted);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** From the start; several may read at once. */
    InputStream reading() {
        return new Reading(channel, cipher(Cipher.DECRYPT_MODE));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static final class Reading extends InputStream {
        private final FileChannel channel;
        private final Cipher cipher;
        private final ByteBuffer encrypted = ByteBuffer.allocate(BLOCK);
        private byte[] plain = {};
        private int at;
        private long position;

        Reading(FileChannel channel, Cipher cipher) {
            this.channel = channel;
            this.cipher = cipher;
        }

        @Override
        public int read() throws IOException {
            return fill() ? plain[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, plain.length - at);
            System.arraycopy(plain, at, bytes, offset, count);
            at += count;
            return count;
        }

        private boolean fill() throws IOException {
            if (at < plain.length) {
                return true;
            }
            encrypted.clear();
            int read = channel.read(encrypted, position);
            if (read <= 0) {
                return false;
            }
            position += read;
            plain = cipher.update(encrypted.array(), 0, read);
            at = 0;
            return true;
        }
    }
}
