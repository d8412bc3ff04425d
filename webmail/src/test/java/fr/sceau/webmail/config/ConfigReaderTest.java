package fr.sceau.webmail.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.webmail.WebmailException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
    private static final String GOOD = """
            # essai
            authserv-id = exemple.mssante.test
            hostname = localhost
            bind = 127.0.0.1
            webmail.port = 28443
            imaps.port = 22993
            submissions.port = 22465
            directory.port = 22389
            message.max-bytes = 52428800
            inconnu = sans effet ici
            """;

    private final Path home;

    ConfigReaderTest(@TempDir Path home) throws IOException {
        this.home = home;
        Files.createDirectories(home.resolve("conf"));
    }

    private WebmailConfig read(String text) throws IOException {
        Files.writeString(home.resolve("conf/sceau.properties"), text);
        return new ConfigReader(home).read();
    }

    @Test
    void the_keys_of_the_webmail_are_read() throws IOException {
        WebmailConfig config = read(GOOD);
        assertThat(config.webmailPort()).isEqualTo(28443);
        assertThat(config.authservId()).isEqualTo("exemple.mssante.test");
        assertThat(config.messageMaxBytes()).isEqualTo(52_428_800);
        assertThat(config.trust()).isEqualTo(home.toAbsolutePath().resolve("tls/trust.p12"));
    }

    @Test
    void a_missing_key_is_named() {
        assertThatThrownBy(() -> read(GOOD.replace("imaps.port = 22993", "")))
                .isInstanceOfSatisfying(
                        WebmailException.class, e -> assertThat(e.sentence()).contains("la clé imaps.port manque"));
    }

    @Test
    void a_bad_number_is_named_and_not_repeated() {
        assertThatThrownBy(() -> read(GOOD.replace("28443", "99999")))
                .isInstanceOfSatisfying(
                        WebmailException.class,
                        e -> assertThat(e.sentence()).contains("webmail.port").doesNotContain("99999"));
        assertThatThrownBy(() -> read(GOOD.replace("28443", "vingt"))).isInstanceOf(WebmailException.class);
    }

    @Test
    void an_absent_file_is_named() {
        assertThatThrownBy(() -> new ConfigReader(home).tlsPassword())
                .isInstanceOfSatisfying(
                        WebmailException.class, e -> assertThat(e.sentence()).contains("secrets.properties"));
    }

    @Test
    void trust_under_another_password_ends_the_start() throws IOException {
        Files.createDirectories(home.resolve("tls"));
        Files.write(home.resolve("tls/trust.p12"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> PeerTrust.sockets(home.resolve("tls/trust.p12"), "x".toCharArray()))
                .isInstanceOfSatisfying(
                        WebmailException.class, e -> assertThat(e.sentence()).contains("trust.p12"));
    }
}
