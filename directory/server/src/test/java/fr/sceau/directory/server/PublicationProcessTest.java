package fr.sceau.directory.server;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.directory.server.publishing.NationalService;
import java.io.BufferedReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The running directory publishes by itself, and is killed while it does. */
final class PublicationProcessTest {
    private static final String HOSPITAL = "Organization https://finess.esante.gouv.fr|990000001";

    private final Path home;
    private final Path log;

    PublicationProcessTest(@TempDir Path home) {
        this.home = home;
        this.log = home.resolve("log.txt");
    }

    private Process start() throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--home",
                home.toString());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void configure(NationalService service) throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            TestFiles.write(
                    home.resolve("conf/sceau.properties"),
                    "directory.port = " + free.getLocalPort() + "\npublication.url = " + service.url() + "\n");
        }
        TestFiles.write(home.resolve("conf/secrets.properties"), "publication.key = cle-de-test\n");
        TestFiles.own(
                home.resolve("directory/own/mailboxes.tsv"),
                "accueil@exemple.mssante.test\tORG\t\t1990000001\t\t\tAccueil",
                "admissions@exemple.mssante.test\tORG\t\t1990000001\t\t\tAdmissions",
                "inconnue@exemple.mssante.test\tORG\t\t1990000009\t\t\tInconnue");
    }

    /** Killed after the service has done the work, and before anybody could note it. */
    @Test
    void killed_between_request_and_note_each_mailbox_is_published_once_and_no_log_names_it() throws Exception {
        try (NationalService service = new NationalService(home.resolve("trust/anchors"), false)) {
            service.knows(HOSPITAL);
            CountDownLatch done = new CountDownLatch(1);
            CountDownLatch killed = new CountDownLatch(1);
            service.nextHolds(done, killed);
            configure(service);
            Process first = start();
            assertThat(done.await(60, TimeUnit.SECONDS)).as("asked").isTrue();
            assertThat(first.destroyForcibly().waitFor(30, TimeUnit.SECONDS)).isTrue();
            killed.countDown();
            assertThat(service.mailboxes(HOSPITAL)).hasSize(1);

            Process second = start();
            try (BufferedReader output = second.inputReader(StandardCharsets.UTF_8)) {
                assertThat(output.readLine()).startsWith("directory ready");
                DirectoryFixture.eventually(() -> Files.readString(log).contains("1 publications refused"));
                assertThat(service.mailboxes(HOSPITAL))
                        .containsOnlyKeys("accueil@exemple.mssante.test", "admissions@exemple.mssante.test");
            } finally {
                second.destroy();
            }
            assertThat(Files.readString(log))
                    .contains("2 publications accepted")
                    .doesNotContain("@exemple", "cle-de-test", "990000", "Accueil");
        }
    }
}
