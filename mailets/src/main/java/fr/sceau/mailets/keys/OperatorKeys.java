package fr.sceau.mailets.keys;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.identity.CertificateIdentity;
import fr.sceau.smime.identity.IdentityReader;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.smime.keys.MailboxKeys;
import fr.sceau.smime.keys.SigningKey;
import fr.sceau.smime.keys.Token;
import fr.sceau.smime.keys.TokenUnavailable;
import fr.sceau.smime.trust.TrustAnchors;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.inject.Inject;
import javax.inject.Singleton;

/**
 * {@code keys/ADDRESS.p12} for a mailbox, {@code keys/ANY-OTHER-NAME.p12} for an organisation, which is known by the
 * structure in its certificate; and the keys of the token under the same names. No key is shown by any text.
 */
@Singleton
public final class OperatorKeys {
    private final KeyFiles files;
    private final Optional<Token> token;
    private final List<X509Certificate> issuers;
    private final Clock clock;

    @Inject
    public OperatorKeys(MailetsConfiguration configuration, Clock clock) {
        this.files = new KeyFiles(
                configuration.home().resolve("keys"), configuration.secrets().keysPassword());
        this.token = configuration
                .token()
                .map(place -> new Token(place, configuration.secrets().pin().orElseThrow(), clock));
        this.issuers = token.isPresent() ? issuers(configuration.home().resolve("trust")) : List.of();
        this.clock = clock;
    }

    private static List<X509Certificate> issuers(Path trust) {
        try {
            return TrustAnchors.load(trust).intermediates();
        } catch (SmimeException e) {
            throw MailetsException.configuration(trust + " : les autorités sont inutilisables.", e);
        }
    }

    /** What there is, by the same session with the token: it takes one of a process only. */
    public KeyInventory inventory() {
        return new KeyInventory(files, token);
    }

    /** Every key in files that opens mail of this mailbox; none when we hold none. */
    public List<DecryptionKey> decryption(String address) {
        return files.named(name(address)).decryption();
    }

    /** As above, in the token. Asked only about mail that no key of a file opens: the token may be away. */
    public List<DecryptionKey> decryptionInToken(String address) throws TokenUnavailable {
        return inToken(isNamed(address)).decryption();
    }

    /** The key with which an organisation signs for one of its mailboxes. */
    public Optional<SigningKey> organisation(String structure, String mailbox) {
        MailboxKeys inFiles = files.names().stream()
                .filter(OperatorKeys::isOfOrganisation)
                .map(files::named)
                .reduce(files.named(name(mailbox)), MailboxKeys::and);
        try {
            MailboxKeys inToken = inToken(isNamed(mailbox).or(OperatorKeys::isOfOrganisation));
            return today(inFiles.and(inToken), structure);
        } catch (TokenUnavailable away) {
            Optional<SigningKey> other = today(inFiles, structure);
            if (other.isEmpty()) {
                throw MailetsException.away("the token that may hold the organisation's key is away", away);
            }
            return other;
        }
    }

    private Optional<SigningKey> today(MailboxKeys keys, String structure) {
        List<SigningKey> own =
                keys.signing().stream().filter(key -> isOf(structure, key)).toList();
        return new MailboxKeys(own, List.of()).signingAt(clock.instant()).map(this::withIssuers);
    }

    /** A token holds the signer's certificate alone, as a rule; who receives the mail may not know its issuer. */
    private SigningKey withIssuers(SigningKey key) {
        List<X509Certificate> chain = new ArrayList<>(key.chain());
        Optional<X509Certificate> next = issuerOf(chain);
        while (next.isPresent()) {
            chain.add(next.get());
            next = issuerOf(chain);
        }
        return new SigningKey(key.key(), chain);
    }

    private Optional<X509Certificate> issuerOf(List<X509Certificate> chain) {
        X509Certificate last = chain.get(chain.size() - 1);
        return issuers.stream()
                .filter(issuer -> issuer.getSubjectX500Principal().equals(last.getIssuerX500Principal()))
                .filter(issuer -> !chain.contains(issuer))
                .findFirst();
    }

    private MailboxKeys inToken(Predicate<String> names) throws TokenUnavailable {
        return token.isPresent() ? token.get().keys(names) : MailboxKeys.NONE;
    }

    private static boolean isOfOrganisation(String name) {
        return !name.contains("@");
    }

    private static Predicate<String> isNamed(String address) {
        return label -> name(label).equals(name(address));
    }

    private static String name(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    private static boolean isOf(String structure, SigningKey key) {
        return IdentityReader.read(key.certificate()) instanceof CertificateIdentity.Organisation organisation
                && organisation.structureId().equals(structure);
    }
}
