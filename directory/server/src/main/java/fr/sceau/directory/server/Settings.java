package fr.sceau.directory.server;

import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What the directory takes from {@code conf/sceau.properties}.
 *
 * @param bind {@code bind}: the address to listen on
 * @param port {@code directory.port}
 */
record Settings(InetAddress bind, int port) {
    static Settings read(Path home) throws IOException, RefusedFileException {
        Path file = home.resolve("conf").resolve("sceau.properties");
        if (!Files.isRegularFile(file)) {
            throw new RefusedFileException("conf/sceau.properties is not there");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new Settings(address(value(properties, "bind")), port(value(properties, "directory.port")));
    }

    private static String value(Properties properties, String key) throws RefusedFileException {
        return Optional.ofNullable(properties.getProperty(key))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new RefusedFileException("conf/sceau.properties: " + key + " is missing"));
    }

    private static InetAddress address(String value) throws RefusedFileException {
        try {
            return InetAddress.getByName(value);
        } catch (UnknownHostException e) {
            throw new RefusedFileException("conf/sceau.properties: bind is no address: " + value, e);
        }
    }

    private static int port(String value) throws RefusedFileException {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new RefusedFileException("conf/sceau.properties: directory.port is no port: " + value);
        }
        return Integer.parseInt(value);
    }
}
