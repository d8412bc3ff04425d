package fr.sceau.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.store.TestPostgres;
import fr.sceau.store.backup.BoxWriting;
import fr.sceau.store.content.OctetSource;
import fr.sceau.store.database.Database;
import fr.sceau.store.database.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator's commands do with a box leaves a line in the trace. */
final class MailboxTraceTest {
    private static final String CLAIRE = "claire@exemple.mssante.test";
    private static final String PAUL = "paul@exemple.mssante.test";

    @TempDir
    private Path home = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        TestPostgres.fresh();
        String url = TestPostgres.emptyDatabase("sceau");
        try (var database = Database.open(url, "postgres", "")) {
            new Sql(database).update("DROP ROLE IF EXISTS sceau");
            new Sql(database).update("CREATE ROLE sceau LOGIN SUPERUSER");
            addMail(database);
        }
        Path conf = Files.createDirectories(home.resolve("conf"));
        String settings = Files.readString(Path.of(System.getProperty("sceau.root"), "conf/sceau.properties"));
        String port = url.replaceAll(".*:([0-9]+)/.*", "$1");
        Files.writeString(
                conf.resolve("sceau.properties"),
                settings.replaceAll("postgres.port = .*", "postgres.port = " + port)
                        .replaceAll("(?m)^domains = .*", "domains = exemple.mssante.test"));
        Files.writeString(
                conf.resolve("secrets.properties"), "postgres.password = x\ntls.password = x\nkeys.password = x\n");
    }

    private static void addMail(javax.sql.DataSource database) throws IOException {
        for (String address : List.of(CLAIRE, PAUL)) {
            new Sql(database)
                    .update(
                            "INSERT INTO account (address, label, kind, custody) VALUES (?, '', 'PER', 'OPERATOR')",
                            address);
        }
        try (BoxWriting writing = BoxWriting.open(database, CLAIRE).orElseThrow()) {
            byte[] letter = "Subject: a\r\n\r\nb\r\n".getBytes(StandardCharsets.US_ASCII);
            writing.add(
                    writing.folder("Mme Dupont"),
                    new BoxWriting.NewMail(OctetSource.of(letter), Instant.EPOCH, List.of(), List.of()));
        }
    }

    @Test
    void mail_taken_out_of_a_box_or_put_into_it_is_traced() throws IOException {
        String zip = home.resolve("claire.zip").toString();
        assertThat(run("export", CLAIRE.toUpperCase(java.util.Locale.ROOT), zip))
                .isZero();
        assertThat(trace()).contains("\"event\":\"exported\",\"mailbox\":\"" + CLAIRE + "\",\"count\":1");
        assertThat(run("import-mail", PAUL, zip)).isZero();
        assertThat(trace())
                .contains("\"event\":\"imported\",\"mailbox\":\"" + PAUL + "\",\"count\":1")
                .doesNotContain("Dupont");
    }

    @Test
    void rights_given_with_a_box_are_traced_like_those_given_later() throws IOException {
        assertThat(run("create", CLAIRE, "--label", "Claire", "--type", "PER", "--delegate", PAUL))
                .isZero();
        assertThat(trace())
                .contains("\"event\":\"shared\",\"person\":\"" + PAUL + "\",\"mailbox\":\"" + CLAIRE
                        + "\",\"rights\":[\"read\",\"write\",\"send\"]");
    }

    private int run(String... words) {
        return Main.run(Stream.concat(
                        Stream.of("mailbox", words[0], "--home", home.toString()),
                        Stream.of(words).skip(1))
                .toArray(String[]::new));
    }

    private String trace() throws IOException {
        try (var files = Files.list(home.resolve("trace"))) {
            return files.map(MailboxTraceTest::text).collect(Collectors.joining());
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
