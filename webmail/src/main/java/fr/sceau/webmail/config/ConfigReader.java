package fr.sceau.webmail.config;

import fr.sceau.webmail.Refusal;
import fr.sceau.webmail.WebmailException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Reads the two properties files of an installation; a missing or bad value of ours ends the start with its name. */
public final class ConfigReader {
    private final Path home;

    public ConfigReader(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    public WebmailConfig read() {
        Path file = home.resolve("conf/sceau.properties");
        Properties values = load(file);
        return new WebmailConfig(
                home,
                text(file, values, "authserv-id"),
                text(file, values, "hostname"),
                text(file, values, "bind"),
                port(file, values, "webmail.port"),
                port(file, values, "imaps.port"),
                port(file, values, "submissions.port"),
                port(file, values, "directory.port"),
                number(file, values, "message.max-bytes", Integer.MAX_VALUE));
    }

    /** The password of {@code tls/*.p12}. */
    public String tlsPassword() {
        Path file = home.resolve("conf/secrets.properties");
        return text(file, load(file), "tls.password");
    }

    private static Properties load(Path file) {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
            return values;
        } catch (IOException | IllegalArgumentException e) {
            throw bad(file + ": illisible (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static String text(Path file, Properties values, String key) {
        String value = values.getProperty(key, "").trim();
        if (value.isEmpty()) {
            throw bad(file + ": la clé " + key + " manque");
        }
        return value;
    }

    private static int port(Path file, Properties values, String key) {
        return (int) number(file, values, key, 65_535);
    }

    private static long number(Path file, Properties values, String key, long max) {
        String value = text(file, values, key);
        if (!value.matches("[0-9]{1,10}")) {
            throw bad(file + ": " + key + " n'est pas un nombre");
        }
        long number = Long.parseLong(value);
        if (number < 1 || number > max) {
            throw bad(file + ": " + key + " doit être entre 1 et " + max);
        }
        return number;
    }

    /** Said to the operator on the terminal: names the file and the key, never a secret. */
    static WebmailException bad(String message) {
        return new WebmailException(Refusal.BAD_CONFIGURATION, message, null);
    }
}
