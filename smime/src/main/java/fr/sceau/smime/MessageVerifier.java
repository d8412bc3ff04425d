package fr.sceau.smime;

import fr.sceau.smime.trust.PathValidator;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;

/** Establishes what is known about a message's signature. */
public final class MessageVerifier {
    public MessageVerifier(PathValidator paths, SenderBinding senders) {
        Objects.requireNonNull(paths);
        Objects.requireNonNull(senders);
    }

    public SignatureVerdict verify(RawMessage message, Instant at) throws IOException {
        throw new UnsupportedOperationException("not written yet");
    }
}
