package fr.sceau.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.server.ServerException;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.smime.keys.MailboxKeys;
import fr.sceau.smime.keys.Pkcs12;
import fr.sceau.smime.keys.SigningKey;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.KeySizes;
import fr.sceau.testpki.Person;
import fr.sceau.testpki.Pkcs12File;
import fr.sceau.testpki.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renewal: what came before stays. */
final class KeyInstallationTest {
    private static final String CLAIRE = "claire@exemple.test";
    private static final Instant NOW = Instant.now();
    private static final Person DOCTOR =
            TestPki.generate(NOW, KeySizes.quick()).person("899700218896", "MARTIN", "CLAIRE");

    @TempDir
    Path home = Path.of("");

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/secrets.properties"), "keys.password = x\n");
    }

    private void install(Map<String, Issued> keys) throws IOException {
        Path file = home.resolve("apportées.p12");
        Pkcs12File.write(file, "sien".toCharArray(), keys);
        new KeyInstallation(home).install(CLAIRE, new KeyInstallation.Source(file, "sien"));
    }

    private MailboxKeys held() throws Exception {
        return Pkcs12.read(home.resolve("keys/" + CLAIRE + ".p12"), "x".toCharArray());
    }

    private Set<X509Certificate> published() throws Exception {
        Set<X509Certificate> found = new HashSet<>();
        try (Stream<Path> files = Files.list(home.resolve("directory/own/certificates"))) {
            for (Path file : files.toList()) {
                try (var in = Files.newInputStream(file)) {
                    found.add((X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(in));
                }
            }
        }
        return found;
    }

    @Test
    void five_renewals_under_the_same_names_keep_every_key() throws Exception {
        List<X509Certificate> opens = new ArrayList<>();
        Issued last = DOCTOR.signature();
        for (int year = 4; year >= 0; year--) {
            Instant from = NOW.minus(Duration.ofDays(365L * year + 10));
            Person then = DOCTOR.validBetween(from, from.plus(Duration.ofDays(395)));
            last = then.signature();
            Issued encryption = then.encryption();
            opens.add(encryption.certificate());
            install(Map.of("signature", last, "chiffrement", encryption));
        }
        assertThat(held().decryption())
                .extracting(DecryptionKey::certificate)
                .containsExactlyInAnyOrderElementsOf(opens);
        assertThat(held().signingAt(NOW)).map(SigningKey::certificate).contains(last.certificate());
        assertThat(published()).containsAll(opens);
    }

    @Test
    void an_expired_key_brought_late_replaces_nothing_valid() throws Exception {
        Issued valid = DOCTOR.signature();
        Issued expired = DOCTOR.validBetween(NOW.minus(Duration.ofDays(900)), NOW.minus(Duration.ofDays(5)))
                .signature();
        install(Map.of("clé", valid));
        install(Map.of("clé", expired));
        assertThat(held().signingAt(NOW)).map(SigningKey::certificate).contains(valid.certificate());
        assertThat(published()).contains(valid.certificate());
    }

    @Test
    void the_same_key_twice_is_there_once() throws Exception {
        Issued key = DOCTOR.encryption();
        install(Map.of("une", key));
        install(Map.of("autre", key));
        assertThat(held().decryption()).hasSize(1);
    }

    @Test
    void keys_that_cannot_be_read_are_not_overwritten() throws Exception {
        install(Map.of("clé", DOCTOR.encryption()));
        Path file = home.resolve("keys/" + CLAIRE + ".p12");
        Files.writeString(file, "abîmé");
        assertThatThrownBy(() -> install(Map.of("clé", DOCTOR.encryption())))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("rien n'est remplacé");
        assertThat(file).hasContent("abîmé");
    }
}
