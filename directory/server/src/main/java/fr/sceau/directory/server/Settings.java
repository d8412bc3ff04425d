package fr.sceau.directory.server;

import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What the directory takes from {@code conf/sceau.properties}. It listens on the loopback only, whatever {@code bind}
 * says: it has no TLS.
 *
 * @param port {@code directory.port}
 */
record Settings(int port) {
    private static final String KEY = "directory.port";

    static Settings read(Path home) throws IOException, RefusedFileException {
        Path file = home.resolve("conf").resolve("sceau.properties");
        if (!Files.isRegularFile(file)) {
            throw new RefusedFileException("conf/sceau.properties is not there");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new Settings(
                port(Optional.ofNullable(properties.getProperty(KEY)).orElse("")));
    }

    private static int port(String value) throws RefusedFileException {
        String digits = value.strip();
        if (!digits.matches("\\d{1,5}") || Integer.parseInt(digits) > 65_535) {
            throw new RefusedFileException("conf/sceau.properties: " + KEY + " is missing or no port: " + digits);
        }
        return Integer.parseInt(digits);
    }
}
