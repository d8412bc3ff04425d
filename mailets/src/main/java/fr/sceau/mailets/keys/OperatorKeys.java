package fr.sceau.mailets.keys;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.identity.CertificateIdentity;
import fr.sceau.smime.identity.IdentityReader;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.smime.keys.MailboxKeys;
import fr.sceau.smime.keys.Pkcs12;
import fr.sceau.smime.keys.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.inject.Singleton;

/**
 * {@code keys/ADDRESS.p12} for a mailbox, {@code keys/ANY-OTHER-NAME.p12} for an organisation, which is known by the
 * structure in its certificate. A file is read once and again after it changed; no key is shown by any text.
 */
@Singleton
public final class OperatorKeys {
    private static final String SUFFIX = ".p12";

    private record Loaded(FileTime changed, MailboxKeys keys) {}

    private final Path folder;
    private final char[] password;
    private final Map<Path, Loaded> cache = new ConcurrentHashMap<>();

    @Inject
    public OperatorKeys(MailetsConfiguration configuration) {
        this.folder = configuration.home().resolve("keys");
        this.password = configuration.secrets().keysPassword();
    }

    /** Every key that opens mail of this mailbox; none when we hold none. */
    public List<DecryptionKey> decryption(String address) {
        return ofMailbox(address).map(MailboxKeys::decryption).orElse(List.of());
    }

    /** The key with which an organisation signs for one of its mailboxes. */
    public Optional<SigningKey> organisation(String structure, String mailbox) {
        return Stream.concat(organisationFiles().map(this::load), ofMailbox(mailbox).stream())
                .flatMap(keys -> keys.signing().stream())
                .filter(key -> isOf(structure, key))
                .findFirst();
    }

    private static boolean isOf(String structure, SigningKey key) {
        return IdentityReader.read(key.chain().get(0)) instanceof CertificateIdentity.Organisation organisation
                && organisation.structureId().equals(structure);
    }

    private Optional<MailboxKeys> ofMailbox(String address) {
        String name = address.toLowerCase(Locale.ROOT);
        if (name.contains("/") || name.contains("\\")) {
            return Optional.empty(); // legal in an address, a path in a file name
        }
        Path file = folder.resolve(name + SUFFIX);
        return Files.isRegularFile(file) ? Optional.of(load(file)) : Optional.empty();
    }

    private Stream<Path> organisationFiles() {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .filter(file -> !file.getFileName().toString().contains("@"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw MailetsException.away("keys cannot be listed in " + folder, e);
        }
    }

    private MailboxKeys load(Path file) {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            Loaded known = cache.get(file);
            if (known != null && known.changed().equals(changed)) {
                return known.keys();
            }
            MailboxKeys keys = Pkcs12.read(file, password);
            cache.put(file, new Loaded(changed, keys));
            return keys;
        } catch (IOException | SmimeException e) {
            // An operator will mend or put back the file; until then nothing may be taken for unreadable mail.
            throw MailetsException.away("key file cannot be used: " + file, e);
        }
    }
}
