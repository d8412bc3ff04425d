package fr.sceau.demo;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Folder of an installation with the keys of its configuration that the demonstration needs.
 *
 * @param home the folder
 */
public record Installation(Path home, Properties settings, Properties secrets) {
    /** Reads {@code conf/sceau.properties} and {@code conf/secrets.properties}; refuses an installation in production. */
    public static Installation open(Path home) {
        Path folder = home.toAbsolutePath().normalize();
        Installation installation = new Installation(
                folder,
                read(folder.resolve("conf").resolve("sceau.properties")),
                read(folder.resolve("conf").resolve("secrets.properties")));
        if (!installation.setting("mode").equals("test")) {
            throw new DemoException("conf/sceau.properties : la démonstration exige « mode = test »");
        }
        return installation;
    }

    /** Our first domain. */
    public String domain() {
        return List.of(setting("domains").split("[,\\s]+")).get(0);
    }

    /** A required key of {@code conf/sceau.properties}. */
    public String setting(String key) {
        return required(settings, "conf/sceau.properties", key);
    }

    /** A required port of {@code conf/sceau.properties}. */
    public int port(String key) {
        try {
            int port = Integer.parseInt(setting(key));
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new DemoException("conf/sceau.properties : « " + key + " » n'est pas un port", e);
        }
        throw new DemoException("conf/sceau.properties : « " + key + " » n'est pas un port");
    }

    /** Where clients of this machine connect. */
    public String connectHost() {
        String bind = setting("bind");
        return bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
    }

    /** Password of key files. */
    public char[] keysPassword() {
        return required(secrets, "conf/secrets.properties", "keys.password").toCharArray();
    }

    /** Password of {@code tls/*.p12}. */
    public char[] tlsPassword() {
        return required(secrets, "conf/secrets.properties", "tls.password").toCharArray();
    }

    /** A file or folder of the installation. */
    public Path path(String first, String... more) {
        return Stream.of(more).reduce(home.resolve(first), Path::resolve, Path::resolve);
    }

    @Override
    public String toString() {
        return "Installation[" + home + "]";
    }

    private static String required(Properties properties, String file, String key) {
        String value = properties.getProperty(key, "").trim();
        if (value.isEmpty()) {
            throw new DemoException(file + " : la clé « " + key + " » manque");
        }
        return value;
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new DemoException("lecture impossible : " + file + " (« ./sceau init » prépare le dossier)", e);
        }
        return properties;
    }
}
