package fr.sceau.bench.crypto;

import fr.sceau.bench.BenchException;
import fr.sceau.smime.ContentCipher;
import fr.sceau.smime.MessageEncrypter;
import fr.sceau.smime.MessageOpener;
import fr.sceau.smime.MessageSigner;
import fr.sceau.smime.Opening;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.cms.Integrity;
import fr.sceau.smime.cms.IntegrityChecker;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.smime.keys.SigningKey;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The operations as the mail server calls them, but for the path of certificates, which it keeps. */
final class SceauWork {
    private final SigningKey signer;
    private final DecryptionKey holder;

    SceauWork(Material material) {
        this.signer = new SigningKey(material.key(), List.of(material.certificate()));
        this.holder = new DecryptionKey(material.key(), material.certificate());
    }

    Work of(Operation operation, RawMessage message) {
        return switch (operation) {
            case SIGN ->
                () -> {
                    sign(message, OutputStream.nullOutputStream());
                    return message;
                };
            case VERIFY -> () -> verify(message);
            case SEAL_CBC -> () -> seal(message, ContentCipher.AES_256_CBC, OutputStream.nullOutputStream());
            case SEAL_GCM -> () -> seal(message, ContentCipher.AES_256_GCM, OutputStream.nullOutputStream());
            case OPEN_CBC, OPEN_GCM -> () -> open(message);
        };
    }

    void sign(RawMessage message, OutputStream out) throws IOException, SmimeException {
        new MessageSigner().sign(message, signer, out);
    }

    ContentCipher seal(RawMessage message, ContentCipher cipher, OutputStream out) throws IOException, SmimeException {
        new MessageEncrypter().encrypt(message, List.of(holder.certificate()), cipher, out);
        return cipher;
    }

    private static Object verify(RawMessage message) throws IOException {
        Integrity found = new IntegrityChecker().check(message);
        if (!(found instanceof Integrity.Intact)) {
            throw new BenchException("signature non valable");
        }
        return found;
    }

    private Object open(RawMessage message) throws IOException {
        try (Opening opening = new MessageOpener().open(message, List.of(holder))) {
            if (!(opening instanceof Opening.Opened)) {
                throw new BenchException("message non ouvert");
            }
            return opening;
        }
    }
}
