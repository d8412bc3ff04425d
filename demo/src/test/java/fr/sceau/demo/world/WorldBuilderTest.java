package fr.sceau.demo.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.demo.DemoException;
import fr.sceau.demo.DemoHome;
import fr.sceau.demo.Installation;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.KeySizes;
import fr.sceau.testpki.Pkcs12File;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorldBuilderTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private static Installation world;

    @BeforeAll
    static void a_world_is_generated_once(@TempDir Path home) throws Exception {
        world = DemoHome.prepare(home);
        assertThat(builder(NOW).generate()).isFalse();
    }

    private static WorldBuilder builder(Instant now) {
        return new WorldBuilder(world, InstantSource.fixed(now), KeySizes.quick(), step -> {});
    }

    @Test
    void second_generate_renews_the_lists_and_changes_nothing_else() throws Exception {
        Map<String, String> before = contents();
        Instant later = NOW.plus(Duration.ofDays(30));
        assertThat(builder(later).generate()).isTrue();
        Map<String, String> after = contents();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.keySet().stream().filter(name -> !Objects.equals(before.get(name), after.get(name))))
                .hasSize(6)
                .allMatch(name -> name.startsWith("trust/crl/"));
        X509CRL list = list("ACI-EL-ORG-TEST.crl");
        assertThat(list.getNextUpdate().toInstant()).isAfter(later);
        list.verify(certificate("trust/intermediates/ACI-EL-ORG-TEST.cer").getPublicKey());
    }

    @Test
    void person_activity_has_the_official_columns_and_a_separator_at_each_end() throws Exception {
        List<String> lines = registry("PS_LibreAcces_Personne_activite_");
        assertThat(lines.get(0))
                .startsWith(
                        "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Code civilité d'exercice|")
                .endsWith("|Code rôle|Libellé rôle|Code genre activité|Libellé genre activité|");
        assertThat(lines).hasSizeGreaterThan(30).allSatisfy(line -> assertThat(line.split("\\|", -1))
                .hasSize(57));
    }

    @Test
    void mailbox_extraction_has_the_31_official_columns() throws Exception {
        List<String> lines = registry("Extraction_Correspondance_MSSante_");
        assertThat(lines.get(0))
                .startsWith("Type de BAL|Adresse BAL|Type Identifiant PP|")
                .endsWith("|Code postal structure BAL|Département structure BAL|Pays structure BAL");
        assertThat(lines).hasSizeGreaterThan(20).allSatisfy(line -> assertThat(line.split("\\|", -1))
                .hasSize(31));
        assertThat(lines.subList(1, lines.size()))
                .allSatisfy(line -> assertThat(line.substring(0, 4)).isIn("PER|", "ORG|"));
    }

    @Test
    void every_rpps_is_in_the_test_range_and_passes_luhn() throws Exception {
        List<String> lines = registry("PS_LibreAcces_Personne_activite_");
        assertThat(lines.subList(1, lines.size())).allSatisfy(line -> {
            String[] cells = line.split("\\|", -1);
            assertThat(cells[1]).matches("99700[0-9]{6}").satisfies(rpps -> assertThat(luhn(rpps))
                    .isZero());
            assertThat(cells[2]).isEqualTo("8" + cells[1]);
        });
        assertThat(luhn("99700218896")).as("a published test number").isZero();
        assertThat(luhn("99700218895")).isNotZero();
    }

    @Test
    void own_mailboxes_are_listed_with_their_certificates() throws Exception {
        List<String> lines = Files.readAllLines(world.path("directory", "own", "mailboxes.tsv"));
        assertThat(lines.get(0)).isEqualTo("address\ttype\tidnat\tstructure\tfamily\tgiven\tlabel\tprofession\tsmime");
        assertThat(lines).hasSize(5);
        for (String address : List.of(Cast.CLAIRE, Cast.PAUL, Cast.CARDIOLOGY)) {
            X509Certificate certificate = certificate("directory/own/certificates/" + address + "-chiffrement.cer");
            assertThat(certificate.getSubjectAlternativeNames()).contains(List.of(1, address));
        }
    }

    @Test
    void operator_holds_no_key_of_the_owner_and_of_the_laboratory() throws Exception {
        assertThat(names("keys")).containsExactly("1990000001.p12", Cast.CARDIOLOGY + ".p12", Cast.CLAIRE + ".p12");
        Map<String, Issued> paul = keys("demo/paul.durand.p12");
        assertThat(paul.keySet()).containsExactlyInAnyOrder("signature", "chiffrement");
        assertThat(Objects.requireNonNull(paul.get("signature"))
                        .certificate()
                        .getSubjectX500Principal()
                        .getName())
                .contains("CN=899700100029,")
                .endsWith(",OU=1990000001,O=CHU DE L'EXEMPLE,ST=Ville d'essai (99),C=FR");
        assertThat(keys("demo/laboratoire.p12").keySet()).containsExactly("signature");
    }

    @Test
    void partner_is_listed_under_the_name_of_its_certificate() throws Exception {
        String name = Objects.requireNonNull(keys("demo/partenaire.p12").get("client"))
                .certificate()
                .getSubjectX500Principal()
                .getName();
        assertThat(Files.readAllLines(world.path("conf", "operators.tsv")))
                .contains("partenaire.mssante.test\t" + name)
                .first()
                .asString()
                .startsWith("# Opérateurs");
        assertThat(Files.readAllLines(world.path("conf", "policies.tsv")))
                .contains(Cast.CLAIRE + "\ton-behalf\t-", Cast.LABORATORY + "\tany\t-");
    }

    @Test
    void accounts_and_logins_agree_and_only_their_owner_reads_them() throws Exception {
        List<String> accounts = Files.readAllLines(world.path("demo", "accounts.tsv"));
        assertThat(accounts.get(0))
                .isEqualTo("address\ttype\tcustody\tlabel\tstructure\tidnat\tlogin\tpassword\tdelegates");
        for (Logins.Login login : Logins.of(world).all()) {
            assertThat(login.password()).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
            assertThat(accounts).anyMatch(line -> line.contains("\t" + login.password() + "\t"));
        }
        for (String file : List.of("accounts.tsv", "logins.tsv", "paul.durand.p12", "laboratoire.p12")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(world.path("demo", file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void interrupted_generate_starts_again(@TempDir Path home) throws Exception {
        Installation other = DemoHome.prepare(home);
        Path certificates = other.path("directory", "own");
        Files.createDirectories(certificates.getParent());
        Files.writeString(certificates, "a file where a folder is needed");
        WorldBuilder first = new WorldBuilder(other, InstantSource.fixed(NOW), KeySizes.quick(), step -> {});
        assertThatThrownBy(first::generate).isInstanceOf(IOException.class);
        Files.delete(certificates);
        assertThat(first.generate()).isFalse();
        assertThat(first.generate()).isTrue();
    }

    @Test
    void installation_in_production_is_left_alone(@TempDir Path home) throws Exception {
        DemoHome.prepare(home);
        Path file = home.resolve("conf").resolve("sceau.properties");
        Files.writeString(file, Files.readString(file).replace("mode = test", "mode = production"));
        assertThatThrownBy(() -> Installation.open(home)).isInstanceOf(DemoException.class);
    }

    private static Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (var files = Files.walk(world.home())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = world.home().relativize(file).toString();
                contents.put(name, HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    private static List<String> registry(String prefix) throws IOException {
        try (var files = Files.list(world.path("directory", "registry"))) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
            assertThat(found).hasSize(1);
            return Files.readAllLines(found.get(0));
        }
    }

    private static Collection<String> names(String folder) throws IOException {
        try (var files = Files.list(world.path(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<String, Issued> keys(String file) throws IOException {
        return Pkcs12File.read(world.path(file), "for-keys".toCharArray());
    }

    private static X509Certificate certificate(String file) throws Exception {
        byte[] der = Files.readAllBytes(world.path(file));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    private static X509CRL list(String name) throws Exception {
        byte[] der = Files.readAllBytes(world.path("trust", "crl", name));
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
    }

    /** Written apart from the code under test; zero for a valid number. */
    private static int luhn(String number) {
        int[] doubled = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};
        int sum = 0;
        boolean second = false;
        for (char digit : new StringBuilder(number).reverse().toString().toCharArray()) {
            sum += second ? doubled[digit - '0'] : digit - '0';
            second = !second;
        }
        return sum % 10;
    }
}
