package fr.sceau.smime;

import fr.sceau.smime.SignatureVerdict.Trusted;
import fr.sceau.smime.identity.SenderFields;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.SourceStream;
import fr.sceau.smime.trust.PathValidator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/**
 * Establishes what is known about a message's signatures. {@link Trusted} guarantees that the signed part is as its
 * signer left it, that the signer's certificate is sound at the given instant and meant for signing mail, and that its
 * holder owns the mailbox in From. It does not establish that other header fields (Subject, To, Date) are the signer's:
 * S/MIME does not cover them.
 */
public final class MessageVerifier {
    private final PathValidator paths;
    private final SenderBinding senders;

    public MessageVerifier(PathValidator paths, SenderBinding senders) {
        this.paths = paths;
        this.senders = senders;
    }

    /**
     * What can be said without opening anything. Never throws on bad content.
     *
     * @param at the instant for which certificates are judged, such as that of reception
     * @throws IOException if the message's source cannot be read
     */
    public SignatureVerdict verify(RawMessage message, Instant at) throws IOException {
        return layers(message, List.of(), at).verdict();
    }

    /**
     * As {@link #verify}, layer by layer. Encrypted layers are opened with these keys for their signatures only: nothing
     * of what was inside comes out.
     */
    public Layers layers(RawMessage message, List<DecryptionKey> keys, Instant at) throws IOException {
        SignerJudge judge = new SignerJudge(paths, senders, senderFields(message), at);
        return new LayerWalk(keys, judge::judge).through(message);
    }

    private static SenderFields senderFields(RawMessage message) throws IOException {
        try (InputStream in = SourceStream.open(message)) {
            return SenderFields.of(Header.read(in));
        } catch (UncheckedIOException sourceFailed) {
            throw sourceFailed.getCause();
        }
    }
}
