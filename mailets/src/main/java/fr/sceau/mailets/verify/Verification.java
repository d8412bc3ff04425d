package fr.sceau.mailets.verify;

import fr.sceau.directory.client.Directory;
import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.keys.OperatorKeys;
import fr.sceau.smime.Layers;
import fr.sceau.smime.MessageOpener;
import fr.sceau.smime.MessageVerifier;
import fr.sceau.smime.Opening;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.SenderBinding;
import fr.sceau.smime.SignatureVerdict;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.smime.trust.PathValidator;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Singleton;

/** Opens and verifies messages with this installation's keys, anchors, revocation lists and directory. */
@Singleton
public final class Verification {
    private final OperatorKeys keys;
    private final Clock clock;
    private final InstallationTrust trust;
    private final MessageVerifier verifier;
    private final MessageVerifier withoutDirectory;
    private final MessageOpener opener = new MessageOpener();

    @Inject
    public Verification(InstallationTrust trust, Directory directory, OperatorKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.trust = trust;
        this.verifier = new MessageVerifier(trust.paths(), new DirectoryBinding(directory));
        this.withoutDirectory =
                new MessageVerifier(trust.paths(), (signer, certificate, address) -> SenderBinding.Match.UNKNOWN);
    }

    /** @throws MailetsException when the directory is away, so that nobody takes an outage for a verdict */
    public SignatureVerdict verify(RawMessage message) throws IOException {
        return verifier.verify(message, clock.instant());
    }

    /** For mail that came in before: judged as of that instant, with what is known today. */
    public SignatureVerdict verifyAt(RawMessage message, Instant at) throws IOException {
        return verifier.verify(message, at);
    }

    /**
     * As {@link #verify}, layer by layer. Encrypted layers are opened for their signatures with the keys we hold for these
     * mailboxes; nothing of what was sealed comes out.
     */
    public Layers judge(RawMessage message, Collection<String> mailboxes) throws IOException {
        return layers(message, mailboxes, clock.instant());
    }

    /** Layer by layer, with the keys we hold for these mailboxes; nothing of what was sealed comes out. */
    public Layers layers(RawMessage message, Collection<String> mailboxes, Instant at) throws IOException {
        return layers(verifier, message, mailboxes, at);
    }

    /** For mail that waited long enough for the directory: at most "the link to the sender cannot be established". */
    public Layers judgeWithoutDirectory(RawMessage message, Collection<String> mailboxes) throws IOException {
        return layers(withoutDirectory, message, mailboxes, clock.instant());
    }

    /** Tries the keys we hold for these mailboxes. Fails when one may be in a token that is away. */
    public Opening open(RawMessage message, Collection<String> mailboxes) throws IOException {
        Opening opening = opener.open(message, inFiles(mailboxes));
        return opening instanceof Opening.NotForTheseKeys ? openInToken(message, mailboxes) : opening;
    }

    /** The token is asked only about what no key of a file opens: it may be away. */
    private Layers layers(MessageVerifier by, RawMessage message, Collection<String> mailboxes, Instant at)
            throws IOException {
        Layers layers = by.layers(message, inFiles(mailboxes), at);
        List<DecryptionKey> more = layers.isClosed() ? inToken(mailboxes) : List.of();
        return more.isEmpty() ? layers : by.layers(message, more, at);
    }

    private List<DecryptionKey> inFiles(Collection<String> mailboxes) {
        return mailboxes.stream()
                .flatMap(mailbox -> keys.decryption(mailbox).stream())
                .toList();
    }

    private List<DecryptionKey> inToken(Collection<String> mailboxes) throws IOException {
        List<DecryptionKey> held = new ArrayList<>();
        for (String mailbox : mailboxes) {
            held.addAll(keys.decryptionInToken(mailbox));
        }
        return held;
    }

    private Opening openInToken(RawMessage message, Collection<String> mailboxes) throws IOException {
        List<DecryptionKey> held = inToken(mailboxes);
        return held.isEmpty() ? new Opening.NotForTheseKeys() : opener.open(message, held);
    }

    /** The paths by which certificates are judged here. */
    PathValidator paths() {
        return trust.paths();
    }
}
