package fr.sceau.mailets.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.mailets.operators.Operators;
import fr.sceau.mailets.policy.Policies;
import fr.sceau.mailets.policy.SignaturePolicy;
import fr.sceau.smime.keys.TokenPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MailetsConfigurationTest {
    private static final String GOOD = """
            # une remarque
            domains = A.test, b.test
            authserv-id = a.test
            mode = production
            hostname = mx.a.test
            message.max-bytes = 52428800
            autre.cle = sans intérêt ici
            """;

    @TempDir
    Path home = Path.of("");

    private String pin = "";

    private MailetsConfiguration load(String properties) throws IOException {
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/sceau.properties"), properties);
        Files.writeString(home.resolve("conf/secrets.properties"), "keys.password = k#=é\ntls.password=t\n" + pin);
        return MailetsConfiguration.load(home);
    }

    @Test
    void good_file_is_read() throws Exception {
        MailetsConfiguration read = load(GOOD);
        assertThat(read.isOurs("B.TEST")).isTrue();
        assertThat(read.testMode()).isFalse();
        assertThat(read.maxBytes()).isEqualTo(52_428_800);
        assertThat(read.revocationHosts()).isEmpty();
        assertThat(read.secrets().keysPassword()).isEqualTo("k#=é".toCharArray());
        assertThat(read.toString()).doesNotContain("k#");
    }

    @Test
    void hosts_for_revocation_are_named_one_by_one() throws Exception {
        MailetsConfiguration read = load(GOOD + "revocation.hosts = IGC.test, ocsp.test:8080\n");
        assertThat(read.revocationHosts()).containsExactlyInAnyOrder("igc.test", "ocsp.test:8080");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode = production | mode = prod | ligne 4 : « mode » : attendu « test » ou « production »",
                "domains = A.test, b.test | domains = a_b | ligne 2 : « domains »",
                "message.max-bytes = 52428800 | message.max-bytes = 50 Mo | ligne 6 : « message.max-bytes »",
                "autre.cle = sans intérêt ici | revocation.hosts = http://a.test/ | ligne 7 : « revocation.hosts »",
                "hostname = mx.a.test | hostname = | il manque « hostname = … »",
                "hostname = mx.a.test | mode = test | ligne 5 : la clé « mode » est donnée deux fois",
                "hostname = mx.a.test | hostname | ligne 5 : attendu « clé = valeur »"
            })
    void fault_is_told_with_its_line(String good, String bad, String fault) {
        assertThatThrownBy(() -> load(GOOD.replace(good, bad))).hasMessageContaining(fault);
    }

    private static final String TOKEN = GOOD + "pkcs11.library = /usr/lib/libp11.so\npkcs11.token = SCEAU\n";

    @Test
    void token_comes_with_its_pin_which_nothing_shows() throws Exception {
        assertThat(load(GOOD).token()).isEmpty();
        assertThatThrownBy(() -> load(TOKEN)).hasMessageContaining("il manque « pkcs11.pin = … »");
        pin = "pkcs11.pin = 73019284\n";
        MailetsConfiguration read = load(TOKEN);
        assertThat(read.token()).contains(new TokenPlace(Path.of("/usr/lib/libp11.so"), "SCEAU"));
        assertThat(read.secrets().pin()).isPresent();
        assertThat(read.toString() + read.secrets() + read.secrets().pin()).doesNotContain("73019284");
    }

    @Test
    void half_a_token_is_a_fault() {
        assertThatThrownBy(() -> load(GOOD + "pkcs11.token = SCEAU\n"))
                .hasMessageContaining("il manque « pkcs11.library = … »");
        assertThatThrownBy(() -> load(TOKEN.replace("/usr/lib", "lib")))
                .hasMessageContaining("ligne 8 : « pkcs11.library » : attendu un chemin absolu");
    }

    @Test
    void shipped_tables_are_read() {
        Path conf = Path.of(System.getProperty("sceau.root", ".."), "conf");
        Policies policies = Policies.read(conf.resolve("policies.tsv"), java.util.Set.of("exemple.mssante.test"));
        assertThat(policies.of("claire.martin@exemple.mssante.test").signature())
                .isEqualTo(SignaturePolicy.ON_BEHALF);
        assertThat(policies.of("laboratoire@exemple.mssante.test").signature()).isEqualTo(SignaturePolicy.ANY);
        assertThat(Operators.read(conf.resolve("operators.tsv")).gateways()).isEmpty();
    }
}
