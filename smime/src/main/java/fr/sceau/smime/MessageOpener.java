package fr.sceau.smime;

import fr.sceau.smime.keys.DecryptionKey;
import java.io.IOException;
import java.util.List;

/** Opens a message encrypted to one of our keys. */
public final class MessageOpener {
    public Opening open(RawMessage message, List<DecryptionKey> keys) throws IOException {
        throw new UnsupportedOperationException("not written yet");
    }
}
