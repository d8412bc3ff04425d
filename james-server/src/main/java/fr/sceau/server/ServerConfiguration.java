package fr.sceau.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What the mail server needs to know, read once from {@code conf/sceau.properties} and {@code conf/secrets.properties} of
 * an installation.
 *
 * @param home the installation's folder
 * @param domains our own mail domains, lower case, the first is the default
 * @param bind address to listen on
 * @param ports the ports by key, such as {@code mx.port}
 * @param maxMessageBytes largest accepted message
 * @param database where PostgreSQL answers
 * @param tlsPassword password of {@code tls/*.p12}
 */
public record ServerConfiguration(
        Path home,
        List<String> domains,
        String bind,
        Map<String, Integer> ports,
        long maxMessageBytes,
        DatabaseAddress database,
        Secret tlsPassword) {
    private static final List<String> PORTS =
            List.of("mx.port", "submission.port", "submissions.port", "imap.port", "imaps.port");

    public ServerConfiguration {
        domains = List.copyOf(domains);
        ports = Map.copyOf(ports);
    }

    /** Reads and checks both files; throws {@link ServerException} naming file and key. */
    public static ServerConfiguration load(Path home) {
        Settings settings = new Settings(home.resolve("conf/sceau.properties"));
        Settings secrets = new Settings(home.resolve("conf/secrets.properties"));
        Map<String, Integer> ports =
                PORTS.stream().collect(java.util.stream.Collectors.toUnmodifiableMap(key -> key, settings::port));
        return new ServerConfiguration(
                home,
                settings.list("domains"),
                settings.text("bind"),
                ports,
                settings.positive("message.max-bytes"),
                new DatabaseAddress(settings.port("postgres.port"), new Secret(secrets.text("postgres.password"))),
                new Secret(secrets.text("tls.password")));
    }

    /** {@code address:port} as James' XML files want it. */
    public String listen(String portKey) {
        return bind + ":" + ports.get(portKey);
    }

    /** Local PostgreSQL; the database and its owner are both called {@code sceau}. */
    public record DatabaseAddress(int port, Secret password) {
        /** JDBC address. */
        public String url() {
            return "jdbc:postgresql://127.0.0.1:" + port + "/sceau?socketTimeout=60&connectTimeout=5";
        }
    }

    /** A password that prints as nothing. */
    public static final class Secret {
        private final String value;

        public Secret(String value) {
            this.value = value;
        }

        /** The password itself, to be handed to a driver or key store and nowhere else. */
        public String reveal() {
            return value;
        }

        @Override
        public String toString() {
            return "(secret)";
        }
    }

    /** One strict reader of a properties file. */
    private static final class Settings {
        private final Path file;
        private final Properties properties = new Properties();

        Settings(Path file) {
            this.file = file;
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new ServerException("Lecture impossible : " + file, e);
            }
        }

        String text(String key) {
            String value = properties.getProperty(key, "").trim();
            if (value.isEmpty()) {
                throw new ServerException(file + " : la clé « " + key + " » manque");
            }
            return value;
        }

        List<String> list(String key) {
            return Stream.of(text(key).split("[,\\s]+"))
                    .map(item -> item.toLowerCase(java.util.Locale.ROOT))
                    .toList();
        }

        int port(String key) {
            long port = positive(key);
            if (port > 65535) {
                throw new ServerException(file + " : « " + key + " » n'est pas un port");
            }
            return (int) port;
        }

        long positive(String key) {
            try {
                long value = Long.parseLong(text(key));
                if (value > 0) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw new ServerException(file + " : « " + key + " » n'est pas un nombre", e);
            }
            throw new ServerException(file + " : « " + key + " » doit être positif");
        }
    }
}
