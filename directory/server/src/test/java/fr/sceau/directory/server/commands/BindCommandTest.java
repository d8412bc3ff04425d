package fr.sceau.directory.server.commands;

import static fr.sceau.directory.server.TrustWorld.CLAIRE;
import static fr.sceau.directory.server.TrustWorld.ZOE;
import static fr.sceau.directory.server.TrustWorld.ZOE_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.directory.server.TrustWorld;
import fr.sceau.directory.server.certificates.Binding;
import fr.sceau.directory.server.certificates.BindingFolder;
import fr.sceau.directory.server.certificates.Refusal;
import fr.sceau.testpki.KeySizes;
import fr.sceau.testpki.Person;
import fr.sceau.testpki.TestPki;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What proves that a certificate is a correspondent's, and what is shown of all of them. */
final class BindCommandTest {
    /** These commands live today. */
    private static final TestPki PKI = TestPki.generate(Instant.now(), KeySizes.quick());

    private static final Duration DAY = Duration.ofDays(1);

    private final TrustWorld world;

    BindCommandTest(@TempDir Path home) throws Exception {
        world = new TrustWorld(home);
        PKI.writeTrust(home.resolve("trust"), Instant.now());
        world.importSources();
    }

    private static Person zoe() {
        return TrustWorld.person(PKI, ZOE_NUMBER);
    }

    private String run(int code, String... arguments) {
        StringWriter said = new StringWriter();
        CommandLine line =
                DirectoryTool.commandLine().setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
        String[] all = Stream.concat(
                        Stream.of(arguments),
                        Stream.of(
                                "--home",
                                world.home.toString(),
                                "--index",
                                world.directory().resolve("index").toString()))
                .toArray(String[]::new);
        assertThat(line.execute(all)).as(said.toString()).isEqualTo(code);
        return said.toString();
    }

    private String bind(int code, String address, X509Certificate certificate) throws Exception {
        return run(code, "bind", address, world.file("given.cer", certificate).toString());
    }

    private void refused(Refusal refusal, String address, X509Certificate certificate) throws Exception {
        assertThat(bind(1, address, certificate)).contains(refusal.sentence());
        assertThat(world.bindings().bound()).doesNotExist();
    }

    @Test
    void certificate_that_names_the_holder_is_bound_whether_or_not_it_names_the_address() throws Exception {
        bind(0, ZOE.toUpperCase(Locale.ROOT), zoe().encryption().certificate());
        bind(0, ZOE, zoe().mail(ZOE).encryption().certificate());
        assertThat(run(0, "certificates").lines().filter(line -> line.startsWith(ZOE) && line.endsWith("\tservi")))
                .hasSize(2);
    }

    @Test
    void what_proves_nothing_is_refused() throws Exception {
        Instant now = Instant.now();
        refused(Refusal.OTHER_HOLDER, ZOE, homonym().mail(ZOE).encryption().certificate());
        refused(Refusal.OTHER_HOLDER, ZOE, hospital());
        refused(Refusal.OTHER_ADDRESS, ZOE, zoe().mail(CLAIRE).encryption().certificate());
        refused(Refusal.WRONG_PURPOSE, ZOE, zoe().mail(ZOE).signature().certificate());
        refused(Refusal.NO_TRUSTED_PATH, ZOE, TrustWorld.doctor().encryption().certificate());
        refused(
                Refusal.EXPIRED,
                ZOE,
                zoe().validBetween(now.minus(DAY).minus(DAY), now.minus(DAY))
                        .encryption()
                        .certificate());
        refused(Refusal.OF_THE_HOUSE, CLAIRE, zoe().encryption().certificate());
        refused(
                Refusal.NOT_PUBLISHED,
                "nobody@autre.mssante.test",
                zoe().encryption().certificate());
    }

    @Test
    void revoked_certificate_is_refused() throws Exception {
        X509Certificate stolen = zoe().encryption().certificate();
        PKI.revoke(stolen);
        PKI.renewLists(world.home.resolve("trust"), Instant.now());
        refused(Refusal.REVOKED, ZOE, stolen);
    }

    /** Her name, not her number. */
    private static Person homonym() {
        return TrustWorld.person(PKI, "899700000005");
    }

    private static X509Certificate hospital() {
        return TrustWorld.organisation(PKI, TrustWorld.HOSPITAL).encryption().certificate();
    }

    @Test
    void dropped_binding_is_an_alarm_until_somebody_takes_note_and_its_file_still_is_a_certificate() throws Exception {
        X509Certificate hers = zoe().encryption().certificate();
        bind(0, ZOE, hers);
        Binding binding = BindingFolder.read(only(world.bindings().bound())).orElseThrow();
        world.bindings().drop(binding, Refusal.PASSED_ON, Instant.now());
        assertThat(run(1, "certificates")).contains("ALARME : " + ZOE);
        assertThat(statusOf(3)).contains("ALARME : " + ZOE);
        assertThat(run(1, "certificates", "--acknowledge", CLAIRE)).contains("Pas de liaison tombée");
        assertThat(run(0, "certificates", "--acknowledge", ZOE)).doesNotContain("ALARME");
        Path closed = only(world.directory().resolve("correspondents/closed"));
        run(0, "bind", ZOE, closed.toString());
        assertThat(BindingFolder.read(only(world.bindings().bound()))
                        .orElseThrow()
                        .certificate())
                .isEqualTo(hers);
    }

    private String statusOf(int code) {
        StringWriter out = new StringWriter();
        CommandLine line = DirectoryTool.commandLine().setOut(new PrintWriter(out));
        assertThat(line.execute(
                        "status", "--index", world.directory().resolve("index").toString()))
                .isEqualTo(code);
        return out.toString();
    }

    private static Path only(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void what_is_not_served_makes_the_exit_code_but_not_what_was_replaced() throws Exception {
        Instant now = Instant.now();
        Person claire = TrustWorld.person(PKI, ZOE_NUMBER);
        world.publish(
                CLAIRE + "-old",
                claire.validBetween(now.minus(DAY).minus(DAY), now.minus(DAY))
                        .encryption()
                        .certificate());
        assertThat(run(1, "certificates")).contains(CLAIRE + "-old.cer\tnon servi : expiré");
        world.publish(CLAIRE + "-new", claire.encryption().certificate());
        assertThat(run(0, "certificates")).contains(CLAIRE + "-old.cer\tremplacé", CLAIRE + "-new.cer\tservi");
    }

    @Test
    void help_tells_what_is_proof() {
        assertThat(run(0, "bind", "--help")).contains("Une signature reçue ne lie jamais rien");
        assertThat(run(0, "certificates", "--help")).contains("--acknowledge");
    }
}
