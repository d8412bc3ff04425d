package fr.sceau.mailets.verify;

import fr.sceau.directory.client.Directory;
import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.keys.OperatorKeys;
import fr.sceau.smime.MessageOpener;
import fr.sceau.smime.MessageVerifier;
import fr.sceau.smime.Opening;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.SenderBinding;
import fr.sceau.smime.SignatureVerdict;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.smime.trust.CrlCache;
import fr.sceau.smime.trust.PathValidator;
import fr.sceau.smime.trust.TrustAnchors;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
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
    private final PathValidator paths;
    private final MessageVerifier verifier;
    private final MessageVerifier withoutDirectory;
    private final MessageOpener opener = new MessageOpener();

    @Inject
    public Verification(MailetsConfiguration configuration, Directory directory, OperatorKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.paths = paths(configuration);
        this.verifier = new MessageVerifier(paths, new DirectoryBinding(directory));
        this.withoutDirectory =
                new MessageVerifier(paths, (signer, certificate, address) -> SenderBinding.Match.UNKNOWN);
    }

    private static PathValidator paths(MailetsConfiguration configuration) {
        Path trust = configuration.home().resolve("trust");
        try {
            return new PathValidator(
                    TrustAnchors.load(trust), new CrlCache(trust.resolve("crl")), configuration.testMode());
        } catch (SmimeException e) {
            throw MailetsException.configuration(trust + " : les ancres de confiance sont inutilisables.", e);
        }
    }

    /** @throws MailetsException when the directory is away, so that nobody takes an outage for a verdict */
    public SignatureVerdict verify(RawMessage message) throws IOException {
        return verifier.verify(message, clock.instant());
    }

    /** For mail that waited long enough for the directory: at most "the link to the sender cannot be established". */
    public SignatureVerdict verifyWithoutDirectory(RawMessage message) throws IOException {
        return withoutDirectory.verify(message, clock.instant());
    }

    /** Tries the keys we hold for these mailboxes. Fails when one may be in a token that is away. */
    public Opening open(RawMessage message, Collection<String> mailboxes) throws IOException {
        List<DecryptionKey> held = mailboxes.stream()
                .flatMap(mailbox -> keys.decryption(mailbox).stream())
                .toList();
        Opening opening = opener.open(message, held);
        return opening instanceof Opening.NotForTheseKeys ? openInToken(message, mailboxes) : opening;
    }

    private Opening openInToken(RawMessage message, Collection<String> mailboxes) throws IOException {
        List<DecryptionKey> held = new ArrayList<>();
        for (String mailbox : mailboxes) {
            held.addAll(keys.decryptionInToken(mailbox));
        }
        return held.isEmpty() ? new Opening.NotForTheseKeys() : opener.open(message, held);
    }

    /** The paths by which certificates are judged here. */
    PathValidator paths() {
        return paths;
    }
}
