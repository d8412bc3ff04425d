package fr.sceau.server.fetch;

import java.io.IOException;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.ImapResponseEncoder;

/** Hands what FETCH shows to the connection. */
public final class FetchedMessageEncoder implements ImapResponseEncoder<FetchedMessage> {
    @Override
    public Class<FetchedMessage> acceptableMessages() {
        return FetchedMessage.class;
    }

    @Override
    public void encode(FetchedMessage fetched, ImapResponseComposer composer) throws IOException {
        for (FetchedMessage.Piece piece : fetched.pieces()) {
            if (piece instanceof FetchedMessage.Octets octets) {
                composer.skipNextSpace().message(octets.octets());
            } else if (piece instanceof FetchedMessage.Big big) {
                composer.literal(big.literal());
            }
        }
        composer.end();
    }
}
