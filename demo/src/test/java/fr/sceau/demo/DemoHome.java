package fr.sceau.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An installation's folder with the configuration that the demonstration reads. */
public final class DemoHome {
    private DemoHome() {}

    /** Writes the two configuration files. */
    public static Installation prepare(Path home) throws IOException {
        Path conf = Files.createDirectories(home.resolve("conf"));
        Files.writeString(
                conf.resolve("sceau.properties"),
                "domains = exemple.mssante.test\nauthserv-id = exemple.mssante.test\nmode = test\nhostname = localhost\n"
                        + "bind = 127.0.0.1\n");
        Files.writeString(conf.resolve("secrets.properties"), "keys.password = for-keys\ntls.password = for-tls\n");
        return Installation.open(home);
    }
}
