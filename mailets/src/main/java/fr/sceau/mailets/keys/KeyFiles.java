package fr.sceau.mailets.keys;

import fr.sceau.mailets.MailetsException;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.keys.MailboxKeys;
import fr.sceau.smime.keys.Pkcs12;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * {@code keys/NAME.p12}. A file is read once and again after it changed; no key is shown by any text.
 */
final class KeyFiles {
    private static final String SUFFIX = ".p12";

    private record Loaded(FileTime changed, MailboxKeys keys) {}

    private final Path folder;
    private final char[] password;
    private final Map<Path, Loaded> cache = new ConcurrentHashMap<>();

    KeyFiles(Path folder, char[] password) {
        this.folder = folder;
        this.password = password;
    }

    /** What the file of that name holds; nothing when there is none. */
    MailboxKeys named(String name) {
        if (name.contains("/") || name.contains("\\")) {
            return MailboxKeys.NONE; // legal in an address, a path in a file name
        }
        Path file = folder.resolve(name + SUFFIX);
        return Files.isRegularFile(file) ? load(file) : MailboxKeys.NONE;
    }

    /** In the order of the alphabet. */
    List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX) && !file.startsWith("."))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
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
