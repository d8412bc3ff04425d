package fr.sceau.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.sceau.mailets.outcome.Failure;
import fr.sceau.server.correspondents.JdbcDeliveryMemory;
import fr.sceau.store.TestPostgres;
import fr.sceau.store.database.Database;
import fr.sceau.store.database.Sql;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator reads of the mailboxes of others. */
final class CorrespondentsCommandTest {
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
        Clock clock = Clock.fixed(Instant.parse("2026-11-02T08:00:00Z"), ZoneOffset.UTC);
        JdbcDeliveryMemory memory = new JdbcDeliveryMemory(database, clock);
        memory.refused("gone@x.test", Failure.of("5.1.1"), 0);
        memory.arrived("alive@x.test", Set.of("XDM", "CDA"), 0);
        memory.refused("alive@x.test", Failure.of("5.3.4"), 9_000);
        memory.tookOver(List.of("other@x.test"), 0);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void one_mailbox_is_told_fact_by_fact() {
        assertThat(run("Alive@x.test")).isZero();
        assertThat(out.lines())
                .contains("adresse          : alive@x.test", "état             : vit (0 points)")
                .contains("formats intégrés : CDA, XDM")
                .anyMatch(line -> line.startsWith("taille refusée   : 9000 octets, 2026-11-0"));
        assertThat(run("gone@x.test")).isZero();
        assertThat(out).contains("semble fermée (3 points)", "5.1.1");
    }

    @Test
    void without_an_address_those_that_fail_are_listed() {
        assertThat(run()).isZero();
        assertThat(out.lines()).hasSize(2).last().asString().startsWith("gone@x.test\tsemble fermée\t\t2026-11-0");
    }

    @Test
    void an_address_that_nothing_is_known_of_ends_with_code_one_and_a_wrong_call_with_two() {
        assertThat(run("never@x.test")).isEqualTo(1);
        assertThat(out).isEmpty();
        assertThat(run("a@x.test", "b@x.test")).isEqualTo(2);
    }

    private int run(String... arguments) {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            return Main.run(Stream.concat(Stream.of("correspondents", "--home", home.toString()), Stream.of(arguments))
                    .toArray(String[]::new));
        } finally {
            System.setOut(console);
            out = printed.toString(StandardCharsets.UTF_8);
        }
    }
}
