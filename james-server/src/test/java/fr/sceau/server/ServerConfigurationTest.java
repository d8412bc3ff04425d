package fr.sceau.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.mailets.MailetsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerConfigurationTest {
    @TempDir
    private Path home = Path.of("");

    @BeforeEach
    void shipped_file_and_secrets() throws IOException {
        Files.createDirectories(home.resolve("conf"));
        Files.copy(
                Path.of(System.getProperty("sceau.root"), "conf/sceau.properties"),
                home.resolve("conf/sceau.properties"));
        Files.writeString(
                home.resolve("conf/secrets.properties"), "postgres.password = sesame\ntls.password = sesame\n");
    }

    @Test
    void shipped_file_is_complete() {
        ServerConfiguration configuration = ServerConfiguration.load(home);

        assertThat(configuration.domains()).isNotEmpty();
        assertThat(configuration.listen("mx.port")).startsWith("127.0.0.1:");
    }

    @Test
    void printing_the_configuration_shows_no_secret() {
        assertThat(ServerConfiguration.load(home).toString()).doesNotContain("sesame");
    }

    @Test
    void bad_port_is_refused_with_file_and_key() throws IOException {
        Path file = home.resolve("conf/sceau.properties");
        Files.writeString(file, Files.readString(file).replaceAll("(?m)^mx.port.*$", "mx.port = 99999"));

        assertThatThrownBy(() -> ServerConfiguration.load(home))
                .isInstanceOf(MailetsException.class)
                .hasMessageContaining("sceau.properties")
                .hasMessageContaining("mx.port");
    }

    @Test
    void missing_secret_is_refused_with_its_key() throws IOException {
        Files.writeString(home.resolve("conf/secrets.properties"), "tls.password = sesame\n");

        assertThatThrownBy(() -> ServerConfiguration.load(home)).hasMessageContaining("postgres.password");
    }
}
