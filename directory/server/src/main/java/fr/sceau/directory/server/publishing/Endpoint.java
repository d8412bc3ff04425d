package fr.sceau.directory.server.publishing;

import fr.sceau.directory.server.fetching.Anchors;
import fr.sceau.directory.server.fetching.Authorities;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Where mailboxes are published. {@code conf/sceau.properties}: {@code publication.url} (https; empty: nowhere) and {@code
 * publication.authorities} (who vouches for the server: {@code igc-sante}, as also when it is empty, or {@code publiques}); {@code
 * conf/secrets.properties}: {@code publication.key}, if the service wants one. {@code tls/server.p12}, where there is one, is shown to a
 * server that asks for it.
 */
final class Endpoint {
    private final Path home;
    private final URI base;
    private final Authorities authorities;

    private Endpoint(Path home, URI base, Authorities authorities) {
        this.home = home;
        this.base = base;
        this.authorities = authorities;
    }

    /** Nothing when there is no address. */
    static Optional<Endpoint> read(Path home) throws IOException, RefusedFileException {
        Properties settings = load(home, "sceau.properties");
        String url = text(settings, "publication.url");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        String named = text(settings, "publication.authorities");
        Authorities authorities = Authorities.of(named.isEmpty() ? "igc-sante" : named)
                .orElseThrow(() -> bad("publication.authorities : igc-sante ou publiques"));
        return Optional.of(new Endpoint(home, uri(url), authorities));
    }

    private static URI uri(String url) throws RefusedFileException {
        try {
            URI uri = URI.create(url.replaceAll("/+$", ""));
            if ("https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getQuery() == null) {
                return uri;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // said below
        }
        throw bad("publication.url : il faut une adresse en https");
    }

    private static Properties load(Path home, String name) throws IOException {
        Properties properties = new Properties();
        Path file = home.resolve("conf").resolve(name);
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        return properties;
    }

    private static String text(Properties properties, String key) {
        return properties.getProperty(key, "").strip();
    }

    private static RefusedFileException bad(String problem) {
        return new RefusedFileException("conf/sceau.properties : " + problem);
    }

    URI base() {
        return base;
    }

    /** What the service knows its clients by, besides their certificate. */
    Optional<String> key() throws IOException, RefusedFileException {
        String key = text(load(home, "secrets.properties"), "publication.key");
        if (!key.matches("[\\x21-\\x7e]*")) { // what a header can carry; nothing may tell the key itself
            throw new RefusedFileException(
                    "conf/secrets.properties : publication.key : lettres et chiffres sans accents");
        }
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }

    /** Read now: keys and authorities are renewed while we run. */
    SSLContext tls() throws IOException, RefusedFileException {
        TrustManager @Nullable [] trusted = authorities == Authorities.PUBLIC
                ? null // those of the Java installation
                : Anchors.in(home.resolve("trust").resolve("anchors"));
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), trusted, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new RefusedFileException("tls/server.p12 : illisible, ou tls.password n'est pas le sien");
        }
    }

    private KeyManager @Nullable [] keys() throws IOException, GeneralSecurityException {
        Path file = home.resolve("tls").resolve("server.p12");
        if (!Files.isRegularFile(file)) {
            return null; // no certificate is shown
        }
        char[] password = text(load(home, "secrets.properties"), "tls.password").toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, password);
        return keys.getKeyManagers();
    }
}
