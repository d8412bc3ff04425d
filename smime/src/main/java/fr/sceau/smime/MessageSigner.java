package fr.sceau.smime;

import fr.sceau.smime.keys.SigningKey;
import java.io.IOException;
import java.io.OutputStream;

/** Signs a whole message as {@code multipart/signed}. */
public final class MessageSigner {
    public void sign(RawMessage message, SigningKey key, OutputStream out) throws IOException, SmimeException {
        throw new UnsupportedOperationException("not written yet");
    }
}
