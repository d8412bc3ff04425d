package fr.sceau.mailets.config;

import fr.sceau.mailets.MailetsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file of {@code key = value} lines with {@code #} comments, read strictly: each key once, nothing unreadable. */
public final class PropertiesFile {
    private final Path file;
    private final Map<String, Setting> settings = new LinkedHashMap<>();

    private record Setting(String value, int line) {}

    private PropertiesFile(Path file) {
        this.file = file;
    }

    /** Reads the whole file; a line that is not understood fails. */
    public static PropertiesFile read(Path file) {
        PropertiesFile properties = new PropertiesFile(file);
        int number = 0;
        for (String line : lines(file)) {
            properties.add(line.strip(), ++number);
        }
        return properties;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw MailetsException.configuration(file + " : fichier absent ou illisible.", e);
        }
    }

    private void add(String line, int number) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int equals = line.indexOf('=');
        if (equals < 1) {
            throw fault(number, "attendu « clé = valeur »");
        }
        String key = line.substring(0, equals).strip();
        String value = line.substring(equals + 1).strip();
        if (settings.put(key, new Setting(value, number)) != null) {
            throw fault(number, "la clé « " + key + " » est donnée deux fois");
        }
    }

    /** The value of a key that may be missing or empty. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(settings.get(key)).map(Setting::value).filter(value -> !value.isEmpty());
    }

    /** The value of a key that must be there. */
    public String required(String key) {
        return find(key).orElseThrow(() -> MailetsException.configuration(file + " : il manque « " + key + " = … »."));
    }

    /** The fault to throw for a value that cannot be used; never shows the value, which may be a secret. */
    public MailetsException badValue(String key, String expected) {
        Setting setting = settings.get(key);
        return fault(setting == null ? 0 : setting.line(), "« " + key + " » : attendu " + expected);
    }

    private MailetsException fault(int line, String what) {
        return MailetsException.configuration(file + ", ligne " + line + " : " + what + ".");
    }
}
