package fr.sceau.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.KeySizes;
import fr.sceau.testpki.Organisation;
import fr.sceau.testpki.Person;
import fr.sceau.testpki.Pkcs12File;
import fr.sceau.testpki.TestPki;
import fr.sceau.testpki.Workplace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeysCommandTest {
    private static final String CLAIRE = "claire@exemple.test";
    private static final Instant NOW = Instant.now();
    private static final TestPki PKI = TestPki.generate(NOW, KeySizes.quick());
    private static final Person DOCTOR = PKI.person("899700218896", "MARTIN", "CLAIRE");
    private static final Organisation HOSPITAL = PKI.organisation(Workplace.of("1990000001", "CHU"), "MESSAGERIE");

    @TempDir
    Path home = Path.of("");

    private final AtomicInteger number = new AtomicInteger();
    private String out = "";
    private String err = "";

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(home.resolve("conf"));
        Files.copy(
                Path.of(System.getProperty("sceau.root"), "conf/sceau.properties"),
                home.resolve("conf/sceau.properties"));
        Files.writeString(home.resolve("conf/secrets.properties"), "tls.password = x\nkeys.password = sesame7\n");
        key(CLAIRE, DOCTOR.validBetween(days(-1000), days(-10)).encryption());
        key(CLAIRE, DOCTOR.validBetween(days(-30), days(200)).encryption());
    }

    private static Instant days(int count) {
        return NOW.plus(Duration.ofDays(count)).plusSeconds(count < 0 ? 0 : 3600);
    }

    private void key(String name, Issued issued) throws IOException {
        Path file = home.resolve("keys/" + name + ".p12");
        char[] password = "sesame7".toCharArray();
        Map<String, Issued> entries = new TreeMap<>(Files.exists(file) ? Pkcs12File.read(file, password) : Map.of());
        entries.put("clé-" + number.incrementAndGet(), issued);
        Pkcs12File.write(file, password, entries);
    }

    private int run(String... options) {
        PrintStream before = System.out;
        PrintStream beforeErr = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            String[] words = new String[3 + options.length];
            System.arraycopy(new String[] {"keys", "--home", home.toString()}, 0, words, 0, 3);
            System.arraycopy(options, 0, words, 3, options.length);
            return Main.run(words);
        } finally {
            System.setOut(before);
            System.setErr(beforeErr);
            out = printed.toString(StandardCharsets.UTF_8);
            err = said.toString(StandardCharsets.UTF_8);
        }
    }

    private String line(String part) {
        return out.lines().filter(line -> line.contains(part)).findFirst().orElseThrow();
    }

    @Test
    void an_expired_key_that_has_a_successor_is_no_alarm() {
        assertThat(run()).isZero();
        assertThat(out.lines()).hasSize(3);
        assertThat(line("remplacé"))
                .startsWith(CLAIRE + "\tfichier\tchiffrement\t")
                .contains("\t-10\t");
        assertThat(line("\tvalable")).isNotEmpty();
        assertThat(out).doesNotContain("sesame7");
    }

    @Test
    void each_term_has_its_word_and_thirty_days_their_exit_code() throws Exception {
        key("a@exemple.test", DOCTOR.validBetween(days(-30), days(80)).signature());
        assertThat(run()).isZero();
        assertThat(line("a@exemple.test")).contains("\tsignature\t").endsWith("\t80\tà renouveler sous 90 jours");

        key("b@exemple.test", DOCTOR.validBetween(days(-30), days(29)).signature());
        key("c@exemple.test", DOCTOR.validBetween(days(-30), days(5)).signature());
        key("d@exemple.test", DOCTOR.validBetween(days(-30), days(-1)).signature());
        assertThat(run()).isEqualTo(3);
        assertThat(line("b@exemple.test")).endsWith("\t29\tÀ RENOUVELER SOUS 30 JOURS");
        assertThat(line("c@exemple.test")).endsWith("\t5\tÀ RENOUVELER SOUS 7 JOURS");
        assertThat(line("d@exemple.test")).endsWith("EXPIRÉ");
    }

    @Test
    void a_successor_for_another_purpose_or_after_a_gap_replaces_nothing() throws Exception {
        key("a@exemple.test", DOCTOR.validBetween(days(-30), days(10)).encryption());
        key("a@exemple.test", DOCTOR.validBetween(days(-30), days(300)).signature());
        assertThat(run()).isEqualTo(3);

        key("a@exemple.test", DOCTOR.validBetween(days(20), days(400)).encryption());
        assertThat(run()).as("ten days without a key").isEqualTo(3);

        key("a@exemple.test", DOCTOR.validBetween(days(5), days(400)).encryption());
        assertThat(run()).isZero();
    }

    @Test
    void keys_of_an_organisation_replace_each_other_whatever_their_files_are_called() throws Exception {
        key("chu-2025", HOSPITAL.validBetween(days(-900), days(-5)).signature());
        assertThat(run()).isEqualTo(3);
        key("chu-2026", HOSPITAL.validBetween(days(-20), days(900)).signature());
        assertThat(run()).isZero();
    }

    @Test
    void certificates_that_the_directory_publishes_are_there_too() throws Exception {
        Path folder = Files.createDirectories(home.resolve("directory/own/certificates"));
        Files.writeString(home.resolve("directory/own/mailboxes.tsv"), "address\ttype\npaul@exemple.test\tPER\n");
        Issued paul = DOCTOR.validBetween(days(-30), days(3)).encryption();
        Files.write(
                folder.resolve("paul@exemple.test-chiffrement.cer"),
                paul.certificate().getEncoded());
        assertThat(run()).isEqualTo(3);
        assertThat(line("paul@")).startsWith("paul@exemple.test\ttitulaire\tchiffrement\t");
    }

    @Test
    void a_program_reads_the_same() throws Exception {
        assertThat(run("--json")).isZero();
        JsonNode all = new ObjectMapper().readTree(out);
        assertThat(all.get("complete").asBoolean()).isTrue();
        assertThat(all.get("keys")).hasSize(2);
        assertThat(all.get("keys").get(0).get("forecast").asText()).isEqualTo("replaced");
        assertThat(all.get("keys").get(1).get("forecast").asText()).isEqualTo("far");
        assertThat(all.get("keys").get(1).get("place").asText()).isEqualTo("file");
        assertThat(all.get("keys").get(1).get("purposes").get(0).asText()).isEqualTo("encryption");
    }

    @Test
    void what_cannot_be_read_is_said_and_the_rest_shown() throws Exception {
        Files.writeString(home.resolve("keys/zz.p12"), "rien");
        Path settings = home.resolve("conf/sceau.properties");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replace("pkcs11.library =", "pkcs11.library = /nowhere/libp11.so")
                        .replace("pkcs11.token =", "pkcs11.token = SCEAU"));
        Files.writeString(
                home.resolve("conf/secrets.properties"), "pkcs11.pin = 73019284\n", StandardOpenOption.APPEND);
        assertThat(run()).isEqualTo(1);
        assertThat(out).contains(CLAIRE);
        assertThat(err).contains("keys/zz.p12", "module PKCS#11").doesNotContain("73019284", "sesame7");
    }
}
