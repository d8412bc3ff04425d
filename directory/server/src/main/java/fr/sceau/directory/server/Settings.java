package fr.sceau.directory.server;

import fr.sceau.directory.server.ldap.Entrance;
import fr.sceau.directory.server.ldap.Tls;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;

/**
 * What the directory takes from {@code conf/sceau.properties}: {@code directory.port}, for this machine only, whatever {@code bind}
 * says; and for others, on {@code bind}, {@code ldap.port} (StartTLS demanded) and {@code ldaps.port}, each of which may be missing
 * or empty. With one of these it needs {@code tls/server.p12} and {@code tls.password} of {@code conf/secrets.properties}.
 *
 * @param entrances that of this machine first
 */
record Settings(List<Entrance> entrances) {
    private static final String FILE = "sceau.properties";
    private static final String SECRETS = "secrets.properties";

    Settings {
        entrances = List.copyOf(entrances);
    }

    static Settings read(Path home) throws IOException, RefusedFileException {
        Properties settings = load(home, FILE);
        int local = port(settings, "directory.port").orElseThrow(() -> bad("directory.port is missing"));
        OptionalInt startTls = port(settings, "ldap.port");
        OptionalInt ldaps = port(settings, "ldaps.port");
        if (startTls.isEmpty() && ldaps.isEmpty()) {
            return new Settings(List.of(Entrance.local(local, Optional.empty())));
        }
        Tls tls = tls(home);
        InetAddress bind = InetAddress.getByName(text(settings, "bind").orElseThrow(() -> bad("bind is missing")));
        List<Entrance> entrances = new ArrayList<>(List.of(Entrance.local(local, Optional.of(tls))));
        startTls.ifPresent(port -> entrances.add(Entrance.startTls(bind, port, tls)));
        ldaps.ifPresent(port -> entrances.add(Entrance.tls(bind, port, tls)));
        return new Settings(entrances);
    }

    private static Properties load(Path home, String name) throws IOException, RefusedFileException {
        Path file = home.resolve("conf").resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new RefusedFileException("conf/" + name + " is not there");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Tls tls(Path home) throws IOException, RefusedFileException {
        String password = text(load(home, SECRETS), "tls.password")
                .orElseThrow(() -> new RefusedFileException("conf/" + SECRETS + ": tls.password is missing"));
        try {
            return Tls.of(home.resolve("tls").resolve("server.p12"), password.toCharArray());
        } catch (GeneralSecurityException | IOException e) {
            throw new RefusedFileException("tls/server.p12 is not there, or tls.password does not open it");
        }
    }

    private static Optional<String> text(Properties properties, String key) {
        return Optional.ofNullable(properties.getProperty(key))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static OptionalInt port(Properties properties, String key) throws RefusedFileException {
        Optional<String> written = text(properties, key);
        if (written.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!written.get().matches("\\d{1,5}") || Integer.parseInt(written.get()) > 65_535) {
            throw bad(key + " is no port: " + written.get());
        }
        return OptionalInt.of(Integer.parseInt(written.get()));
    }

    private static RefusedFileException bad(String problem) {
        return new RefusedFileException("conf/" + FILE + ": " + problem);
    }
}
