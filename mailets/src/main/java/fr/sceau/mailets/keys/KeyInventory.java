package fr.sceau.mailets.keys;

import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.keys.HeldCertificate.Place;
import fr.sceau.smime.keys.MailboxKeys;
import fr.sceau.smime.keys.Token;
import fr.sceau.smime.keys.TokenUnavailable;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every key that the operator holds, by its certificate. */
public final class KeyInventory {
    private final KeyFiles files;
    private final Optional<Token> token;

    public KeyInventory(MailetsConfiguration configuration, Clock clock) {
        this.files = new KeyFiles(
                configuration.home().resolve("keys"), configuration.secrets().keysPassword());
        this.token = configuration
                .token()
                .map(place -> new Token(place, configuration.secrets().pin().orElseThrow(), clock));
    }

    KeyInventory(KeyFiles files, Optional<Token> token) {
        this.files = files;
        this.token = token;
    }

    /** The names of all key files, sorted. */
    public List<String> files() {
        return files.names();
    }

    /** @throws fr.sceau.mailets.MailetsException when the file cannot be read */
    public List<HeldCertificate> inFile(String name) {
        return held(name, Place.FILE, files.named(name));
    }

    /** Nothing when there is no token. */
    public List<HeldCertificate> inToken() throws TokenUnavailable {
        List<HeldCertificate> held = new ArrayList<>();
        if (token.isPresent()) {
            for (String name : token.get().names().stream().sorted().toList()) {
                held.addAll(held(name, Place.TOKEN, token.get().keys(name::equals)));
            }
        }
        return held;
    }

    private static List<HeldCertificate> held(String name, Place place, MailboxKeys keys) {
        Stream<X509Certificate> certificates = Stream.concat(
                keys.signing().stream().map(key -> key.certificate()),
                keys.decryption().stream().map(key -> key.certificate()));
        return certificates
                .distinct()
                .map(certificate -> new HeldCertificate(name, place, certificate))
                .toList();
    }
}
