package fr.sceau.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import com.zaxxer.hikari.HikariDataSource;
import fr.sceau.store.TestPostgres;
import fr.sceau.store.database.Database;
import fr.sceau.store.database.Sql;
import fr.sceau.store.queue.PostgresMailQueueFactory;
import fr.sceau.store.queue.QueueDesk;
import fr.sceau.store.repository.PostgresMailRepository;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.mailrepository.api.MailRepositoryUrl;
import org.apache.james.metrics.api.NoopGaugeRegistry;
import org.apache.james.metrics.dropwizard.DropWizardMetricFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.RawMailQueueItemDecoratorFactory;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QueueCommandTest {
    private static final String PATIENT = "180020100112345@patient.mssante.fr";

    @TempDir
    Path home = Path.of("");

    private HikariDataSource database = new HikariDataSource();
    private String out = "";

    @BeforeEach
    void open() throws IOException {
        TestPostgres.fresh();
        String url = TestPostgres.emptyDatabase("sceau");
        database = Database.open(url, "postgres", "");
        new Sql(database).update("DROP ROLE IF EXISTS sceau");
        new Sql(database).update("CREATE ROLE sceau LOGIN SUPERUSER");
        String port = url.replaceAll(".*:([0-9]+)/.*", "$1");
        Path conf = Files.createDirectories(home.resolve("conf"));
        String settings = Files.readString(Path.of(System.getProperty("sceau.root"), "conf/sceau.properties"));
        Files.writeString(
                conf.resolve("sceau.properties"), settings.replaceAll("postgres.port = .*", "postgres.port = " + port));
        Files.writeString(
                conf.resolve("secrets.properties"), "postgres.password = x\ntls.password = x\nkeys.password = x\n");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void list_and_show_tell_what_waits_without_a_patient_s_identity() throws Exception {
        enqueue();
        park();
        assertThat(run("list")).isZero();
        assertThat(out).contains("outgoing", "postgres://parked", "***@patient.mssante.fr", "mis de côté");
        assertThat(out).doesNotContain(PATIENT, "Sujet secret");
        assertThat(run("show", "1")).isZero();
        assertThat(out).contains("file            : outgoing").doesNotContain(PATIENT, "Sujet secret");
        assertThat(run("show", "99")).isEqualTo(1);
    }

    @Test
    void parked_mail_is_put_to_work_again_and_traced() throws Exception {
        park();
        assertThat(run("retry", "--parked")).isZero();
        assertThat(out).contains("messages remis en route : 1 sur 1");
        assertThat(desk().list(9)).singleElement().satisfies(mail -> assertThat(mail.place())
                .isEqualTo("spool"));
        assertThat(trace()).contains("\"event\":\"retried\"").doesNotContain(PATIENT);
    }

    @Test
    void cancelling_wants_a_confirmation_and_tells_the_sender_unless_silent() throws Exception {
        enqueue();
        enqueue();
        assertThat(run("cancel", "1")).isEqualTo(1);
        assertThat(desk().count().queued()).isEqualTo(2);
        assertThat(run("cancel", "1", "--yes")).isZero();
        assertThat(out).contains("son expéditeur est averti");
        assertThat(run("cancel", "2", "--yes", "--silent")).isZero();
        assertThat(desk().list(9)).singleElement().satisfies(mail -> assertThat(mail.place())
                .isEqualTo("spool"));
        assertThat(trace()).contains("\"event\":\"cancelled\"");
    }

    @Test
    void a_wrong_call_is_refused_with_code_two() {
        assertThat(run("retry")).isEqualTo(2);
        assertThat(run("retry", "1", "--all")).isEqualTo(2);
    }

    private void enqueue() throws Exception {
        try (PostgresMailQueueFactory factory = new PostgresMailQueueFactory(
                database,
                () -> true,
                new RawMailQueueItemDecoratorFactory(),
                new DropWizardMetricFactory(new MetricRegistry()),
                new NoopGaugeRegistry())) {
            factory.createQueue(MailQueueName.of("outgoing")).enQueue(mail(), Duration.ofHours(1));
        }
    }

    private void park() throws Exception {
        new PostgresMailRepository(database, MailRepositoryUrl.from("postgres://parked")).store(mail());
    }

    private static Mail mail() throws Exception {
        MailImpl mail = MailImpl.builder()
                .name("mail")
                .sender("claire.martin@exemple.mssante.test")
                .addRecipient(PATIENT)
                .build();
        byte[] octets = "Subject: Sujet secret\r\n\r\ntexte\r\n".getBytes(StandardCharsets.US_ASCII);
        mail.setMessageContent(MimeMessageInputStreamSource.create("mail", new ByteArrayInputStream(octets)));
        mail.setErrorMessage("refus de " + PATIENT);
        return mail;
    }

    private int run(String subcommand, String... arguments) {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            return Main.run(
                    Stream.concat(Stream.of("queue", subcommand, "--home", home.toString()), Stream.of(arguments))
                            .toArray(String[]::new));
        } finally {
            System.setOut(console);
            out = printed.toString(StandardCharsets.UTF_8);
        }
    }

    private QueueDesk desk() {
        return new QueueDesk(database);
    }

    private String trace() throws IOException {
        try (var files = Files.list(home.resolve("trace"))) {
            return files.map(QueueCommandTest::text).collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
