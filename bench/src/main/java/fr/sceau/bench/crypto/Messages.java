package fr.sceau.bench.crypto;

import fr.sceau.smime.ContentCipher;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.SmimeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Random;

/** The messages that the operations begin with, the same for all peers: a document in base64, signed, and sealed. */
final class Messages {
    private static final String HEADER = "From: a@b.test\r\nTo: c@d.test\r\nSubject: document\r\nMIME-Version: 1.0\r\n";
    private static final String ENTITY = "Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    private static final byte[] CRLF = {'\r', '\n'};

    private final Path folder;
    private final KeyKind kind;
    private final int octets;

    Messages(Path folder, KeyKind kind, int octets) {
        this.folder = folder;
        this.kind = kind;
        this.octets = octets;
    }

    /** By our side; OpenSSL reads them as well. */
    void make() throws IOException, GeneralSecurityException, SmimeException {
        SceauWork sceau = new SceauWork(Material.read(folder, kind));
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        sceau.sign(RawMessage.of(plain(HEADER)), signed);
        Files.write(file(Operation.VERIFY), signed.toByteArray());
        seal(sceau, ContentCipher.AES_256_CBC, Operation.OPEN_CBC);
        seal(sceau, ContentCipher.AES_256_GCM, Operation.OPEN_GCM);
    }

    private void seal(SceauWork sceau, ContentCipher cipher, Operation undone) throws IOException, SmimeException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        sceau.seal(RawMessage.of(plain(HEADER)), cipher, sealed);
        Files.write(file(undone), sealed.toByteArray());
    }

    private Path file(Operation operation) {
        return folder.resolve(operation + "-" + kind + "-" + octets);
    }

    private byte[] plain(String header) {
        byte[] document = new byte[octets / 78 * 57];
        new Random(octets).nextBytes(document);
        String text = Base64.getMimeEncoder(76, CRLF).encodeToString(document);
        return (header + ENTITY + text + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    RawMessage forSceau(Operation operation) throws IOException {
        return RawMessage.of(bytes(operation, HEADER));
    }

    /** To be signed or sealed: without the header of the message, as {@code openssl cms} expects. */
    byte[] forOpenSsl(Operation operation) throws IOException {
        return bytes(operation, "");
    }

    private byte[] bytes(Operation operation, String header) throws IOException {
        return switch (operation) {
            case SIGN, SEAL_CBC, SEAL_GCM -> plain(header);
            case VERIFY, OPEN_CBC, OPEN_GCM -> Files.readAllBytes(file(operation));
        };
    }
}
