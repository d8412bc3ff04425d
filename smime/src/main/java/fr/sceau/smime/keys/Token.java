package fr.sceau.smime.keys;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PKCS#11 token: a card, an HSM, SoftHSM2. A key is found by its certificate's label. The token may go away and come
 * back at any time; while it is away everything throws {@link TokenUnavailable}. A refused PIN is never said twice, since
 * tokens lock themselves.
 *
 * <p>Thread-safe: operations run side by side; opening waits for them, since it voids what the library gave before.
 */
public final class Token {
    private static final Duration LISTED_AGAIN_AFTER = Duration.ofSeconds(30);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    private static final String REFUSAL = "refused the PIN, which is not said again before a restart";

    /** What is done with a key inside the token. */
    interface Use {
        byte[] with(Provider provider, PrivateKey key) throws GeneralSecurityException;
    }

    private final TokenPlace place;
    private final Pin pin;
    private final Clock clock;
    private final ReadWriteLock inUse = new ReentrantReadWriteLock();

    private @Nullable Pkcs11Library library;
    private long slot;
    private @Nullable TokenSession session;
    private Instant listed = Instant.MIN;
    private Instant pauseEnds = Instant.MIN;
    private boolean pinRefused;

    public Token(TokenPlace place, Pin pin, Clock clock) {
        this.place = place;
        this.pin = pin;
        this.clock = clock;
    }

    /** The keys that have one of these names. EC keys sign, but open no mail here. */
    public MailboxKeys keys(Predicate<String> names) throws TokenUnavailable {
        return MailboxKeys.of(session().entries().stream()
                .filter(entry -> names.test(name(entry.label())))
                .map(entry -> new SigningKey(new TokenKey(this, entry.chain().get(0)), entry.chain()))
                .toList());
    }

    /** The names of all keys, without what the token adds to tell several of one name apart. */
    public Set<String> names() throws TokenUnavailable {
        return session().entries().stream().map(entry -> name(entry.label())).collect(Collectors.toSet());
    }

    /** Whatever fails in the token, even an answer about the data, is its being away: only then is no mail judged by it. */
    byte[] use(X509Certificate certificate, Use use) throws TokenUnavailable {
        TokenSession lost = session();
        try {
            return use(lost, certificate, use);
        } catch (GeneralSecurityException | RuntimeException failed) {
            forget(lost);
        }
        TokenSession fresh = session();
        try {
            return use(fresh, certificate, use);
        } catch (GeneralSecurityException | RuntimeException failed) {
            forget(fresh);
            throw unavailable("does not answer", failed);
        }
    }

    private byte[] use(TokenSession with, X509Certificate certificate, Use use) throws GeneralSecurityException {
        inUse.readLock().lock();
        try {
            return use.with(with.provider(), with.key(certificate));
        } finally {
            inUse.readLock().unlock();
        }
    }

    private synchronized void forget(TokenSession lost) {
        if (session == lost) {
            session = null;
            lost.close();
        }
    }

    private synchronized TokenSession session() throws TokenUnavailable {
        TokenSession known = session;
        if (known != null && clock.instant().isBefore(listed.plus(LISTED_AGAIN_AFTER))) {
            return known;
        }
        if (known != null && !refreshed(known)) {
            forget(known);
            known = null;
        }
        if (known == null) {
            known = reopened();
            session = known;
        }
        listed = clock.instant();
        return known;
    }

    private boolean refreshed(TokenSession known) {
        try {
            return known.refresh() && isThere();
        } catch (ReflectiveOperationException | GeneralSecurityException | IOException | RuntimeException lost) {
            return false;
        }
    }

    private TokenSession reopened() throws TokenUnavailable {
        if (pinRefused) {
            throw unavailable(REFUSAL, null);
        }
        if (clock.instant().isBefore(pauseEnds)) {
            throw unavailable("was away a moment ago", null);
        }
        inUse.writeLock().lock();
        try {
            return open();
        } catch (ReflectiveOperationException | GeneralSecurityException | IOException | RuntimeException away) {
            pauseEnds = clock.instant().plus(PAUSE_AFTER_FAILURE);
            throw unavailable(pinRefused ? REFUSAL : "cannot be opened", away);
        } finally {
            inUse.writeLock().unlock();
        }
    }

    private TokenSession open() throws ReflectiveOperationException, GeneralSecurityException, IOException {
        OptionalLong found = started().slot(place.label());
        if (found.isEmpty()) {
            throw unavailable("is in no slot", null);
        }
        slot = found.getAsLong();
        try {
            TokenSession opened = TokenSession.open(place, slot, pin);
            if (isThere()) {
                return opened;
            }
            opened.close();
            throw unavailable("went away", null);
        } catch (IOException refused) {
            pinRefused = refusesPin(refused) && isThere();
            throw refused;
        }
    }

    /** Started anew whatever came before: SoftHSM2 and some cards see a token that was away only then. */
    private Pkcs11Library started() throws ReflectiveOperationException {
        Pkcs11Library known = library == null ? Pkcs11Library.load(place.library()) : library;
        library = known;
        known.restart();
        return known;
    }

    private static boolean refusesPin(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).startsWith("CKR_PIN_"));
    }

    /** Asked after a list of keys, which lacks some when it is not. */
    private boolean isThere() throws ReflectiveOperationException {
        return library != null && library.holds(slot, place.label());
    }

    private TokenUnavailable unavailable(String what, @Nullable Throwable cause) {
        return new TokenUnavailable("the token \"" + place.label() + "\" " + what, pinRefused, cause);
    }

    /** Of several keys with one label the platform makes {@code label/issuer/number}; no name of ours has a slash. */
    private static String name(String label) {
        int slash = label.indexOf('/');
        return slash < 0 ? label : label.substring(0, slash);
    }
}
