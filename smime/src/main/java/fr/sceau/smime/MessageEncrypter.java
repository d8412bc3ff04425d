package fr.sceau.smime;

import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import java.util.List;

/** Encrypts a whole message to its recipients. */
public final class MessageEncrypter {
    public void encrypt(RawMessage message, List<X509Certificate> recipients, ContentCipher cipher, OutputStream out)
            throws IOException, SmimeException {
        throw new UnsupportedOperationException("not written yet");
    }
}
