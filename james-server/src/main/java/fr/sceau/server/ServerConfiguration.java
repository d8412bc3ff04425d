package fr.sceau.server;

import com.zaxxer.hikari.HikariDataSource;
import fr.sceau.mailets.config.PropertiesFile;
import fr.sceau.store.database.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the mail server needs to know, read once from {@code conf/sceau.properties} and {@code conf/secrets.properties} of
 * an installation.
 *
 * @param home the installation's folder
 * @param domains our own mail domains, lower case, the first is the default
 * @param bind address to listen on
 * @param ports the ports by key, such as {@code mx.port}
 * @param directoryPort where our directory answers LDAP
 * @param maxMessageBytes largest accepted message
 * @param database where PostgreSQL answers
 * @param tlsPassword password of {@code tls/*.p12}
 */
public record ServerConfiguration(
        Path home,
        List<String> domains,
        String bind,
        Map<String, Integer> ports,
        int directoryPort,
        long maxMessageBytes,
        DatabaseAddress database,
        Secret tlsPassword) {
    private static final List<String> PORTS =
            List.of("mx.port", "submission.port", "submissions.port", "imap.port", "imaps.port");

    public ServerConfiguration {
        domains = List.copyOf(domains);
        ports = Map.copyOf(ports);
    }

    /** Reads and checks both files; a fault names file, line and key. */
    public static ServerConfiguration load(Path home) {
        PropertiesFile settings = PropertiesFile.read(home.resolve("conf/sceau.properties"));
        PropertiesFile secrets = PropertiesFile.read(home.resolve("conf/secrets.properties"));
        return new ServerConfiguration(
                home,
                List.of(settings.required("domains").toLowerCase(Locale.ROOT).split("[,\\s]+")),
                settings.required("bind"),
                PORTS.stream().collect(Collectors.toUnmodifiableMap(key -> key, key -> port(settings, key))),
                port(settings, "directory.port"),
                positive(settings, "message.max-bytes"),
                new DatabaseAddress(port(settings, "postgres.port"), new Secret(secrets.required("postgres.password"))),
                new Secret(secrets.required("tls.password")));
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

        /** A pool of connections, tables brought up to date; the caller closes it. */
        public HikariDataSource open() {
            return Database.open(url(), "sceau", password.reveal());
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

    private static int port(PropertiesFile file, String key) {
        long port = positive(file, key);
        if (port > 65535) {
            throw file.badValue(key, "un port");
        }
        return (int) port;
    }

    private static long positive(PropertiesFile file, String key) {
        String value = file.required(key);
        if (!value.matches("[0-9]{1,12}") || Long.parseLong(value) == 0) {
            throw file.badValue(key, "un nombre positif");
        }
        return Long.parseLong(value);
    }
}
