package fr.sceau.server.backup;

import fr.sceau.smime.ContentCipher;
import fr.sceau.smime.Opening;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.cms.Envelope;
import fr.sceau.smime.cms.EnvelopeOpener;
import fr.sceau.smime.keys.DecryptionKey;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

/** What stands before the chunks: the format's line and the secret, encrypted to a certificate. */
final class SealedStart {
    private static final byte[] LINE = "SCEAU-SAUVEGARDE 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST = 1 << 16;

    private SealedStart() {}

    static byte[] encode(byte[] secret, X509Certificate recipient) throws IOException, SmimeException {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        try (OutputStream content = new Envelope(List.of(recipient)).content(ContentCipher.AES_256_GCM, object)) {
            content.write(secret);
        }
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        start.writeBytes(LINE);
        start.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(object.size()).array());
        start.writeBytes(object.toByteArray());
        return start.toByteArray();
    }

    /** The chunks' cipher, with {@code in} standing at the first chunk. */
    static ChunkCipher open(InputStream in, List<DecryptionKey> keys) throws IOException {
        DataInputStream data = new DataInputStream(in);
        byte[] line = data.readNBytes(LINE.length);
        if (!Arrays.equals(line, LINE)) {
            throw new BackupDamaged("Ce fichier n'est pas une sauvegarde de Sceau, ou son début est abîmé.");
        }
        byte[] size = data.readNBytes(Integer.BYTES);
        int length = size.length == Integer.BYTES ? ByteBuffer.wrap(size).getInt() : 0;
        byte[] object = length > 0 && length <= LONGEST ? data.readNBytes(length) : new byte[0];
        if (object.length == 0 || object.length != length) {
            throw new BackupDamaged("La sauvegarde est coupée ou abîmée : rien n'en est repris.");
        }
        byte[] start = ByteBuffer.allocate(LINE.length + Integer.BYTES + length)
                .put(LINE)
                .put(size)
                .put(object)
                .array();
        try {
            return new ChunkCipher(secret(object, keys), start);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM and SHA-256 are part of Java 17", e);
        }
    }

    private static byte[] secret(byte[] object, List<DecryptionKey> keys) throws IOException {
        Opening opening = new EnvelopeOpener().open(object, keys);
        if (opening instanceof Opening.NotForTheseKeys) {
            throw new BackupDamaged("La sauvegarde est chiffrée pour une autre clé que celle-ci, ou abîmée.");
        }
        if (!(opening instanceof Opening.Opened opened) || opened.message().size() != ChunkCipher.SECRET) {
            throw new BackupDamaged("La sauvegarde est coupée ou abîmée : rien n'en est repris.");
        }
        try (InputStream in = opened.message().open()) {
            return in.readAllBytes();
        }
    }
}
