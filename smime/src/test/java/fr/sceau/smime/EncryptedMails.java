package fr.sceau.smime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;

/** Mail encrypted by our side. */
final class EncryptedMails {
    private EncryptedMails() {}

    /** To the doctor. */
    static String encrypted(RawMessage message, ContentCipher cipher) throws IOException, SmimeException {
        return encrypted(message, cipher, World.DOCTOR_ENCRYPTION.certificate());
    }

    static String encrypted(RawMessage message, ContentCipher cipher, X509Certificate... recipients)
            throws IOException, SmimeException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MessageEncrypter().encrypt(message, List.of(recipients), cipher, out);
        return Mails.text(out);
    }
}
