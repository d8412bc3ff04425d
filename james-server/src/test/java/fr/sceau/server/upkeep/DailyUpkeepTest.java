package fr.sceau.server.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.keys.OperatorKeys;
import fr.sceau.server.correspondents.Correspondents;
import fr.sceau.store.TestPostgres;
import fr.sceau.store.content.Contents;
import fr.sceau.store.database.Sql;
import fr.sceau.store.delivery.Deliveries;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.KeySizes;
import fr.sceau.testpki.Pkcs12File;
import fr.sceau.testpki.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What is done once a day. */
final class DailyUpkeepTest {
    private final DataSource database = TestPostgres.fresh();
    private final Sql sql = new Sql(database);

    private final Path home;

    DailyUpkeepTest(@TempDir Path home) throws IOException {
        this.home = home;
        Files.createDirectories(home.resolve("conf"));
        Files.copy(
                Path.of(System.getProperty("sceau.root"), "conf/sceau.properties"),
                home.resolve("conf/sceau.properties"));
        Files.writeString(home.resolve("conf/secrets.properties"), "tls.password = x\nkeys.password = sesame7\n");
    }

    private DailyUpkeep upkeep(DataSource source) {
        Clock clock = Clock.systemUTC();
        MailetsConfiguration configuration = MailetsConfiguration.load(home);
        RenewalNotice renewal = new RenewalNotice(new OperatorKeys(configuration, clock), configuration, clock);
        return new DailyUpkeep(
                new Deliveries(source), new Contents(source), new Correspondents(source), renewal, clock);
    }

    private void key(String name, int days) throws IOException {
        Instant now = Instant.now();
        Issued issued = TestPki.generate(now, KeySizes.quick())
                .person("899700218896", "MARTIN", "CLAIRE")
                .validBetween(
                        now.minusSeconds(60), now.plus(Duration.ofDays(days)).plusSeconds(60))
                .encryption();
        Pkcs12File.write(home.resolve("keys/" + name + ".p12"), "sesame7".toCharArray(), Map.of("a", issued));
    }

    @Test
    void mailboxes_of_others_that_nothing_went_to_for_two_years_are_forgotten() {
        correspondent("alive@x.test", "last_success", 729);
        correspondent("gone@x.test", "last_success", 731);
        correspondent("failing@x.test", "last_failure", 729);
        correspondent("failed@x.test", "last_failure", 731);
        correspondent("small@x.test", "too_large_at", 729);
        correspondent("awaited@x.test", "taken_since", 729);
        sql.update("INSERT INTO correspondent (address) VALUES ('never@x.test')");
        upkeep(database).run();
        assertThat(sql.query("SELECT address FROM correspondent ORDER BY address", row -> row.getString(1)))
                .containsExactly("alive@x.test", "awaited@x.test", "failing@x.test", "small@x.test");
    }

    private void correspondent(String address, String column, int days) {
        sql.update(
                "INSERT INTO correspondent (address, " + column + ") VALUES (?, ?)",
                address,
                Instant.now().minus(Duration.ofDays(days)));
    }

    @Test
    void keys_that_end_soon_are_told_in_one_line_and_others_are_not() throws Exception {
        key("claire@exemple.test", 5);
        key("paul@exemple.test", 29);
        key("anne@exemple.test", 31);
        Logger logger = (Logger) LoggerFactory.getLogger(RenewalNotice.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try {
            upkeep(database).run();
        } finally {
            logger.detachAppender(lines);
        }
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("ALERT keys to be renewed (sceau keys): claire@exemple.test in 5 days,"
                        + " paul@exemple.test in 29 days");
    }

    @Test
    void old_deliveries_and_contents_without_holder_go_and_young_ones_stay() {
        for (String age : List.of("31 days", "29 days")) {
            sql.update(
                    "INSERT INTO delivery (mail, mailbox_id, content_id, at) VALUES (?, 1, ?, now() - ?::interval)",
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    age);
        }
        for (String age : List.of("25 hours", "23 hours")) {
            sql.update(
                    "INSERT INTO content (id, octets, header, created) VALUES (?, 0, '', now() - ?::interval)",
                    UUID.randomUUID(),
                    age);
        }

        upkeep(database).run();

        assertThat(sql.query("SELECT 1 FROM delivery", row -> row.getInt(1))).hasSize(1);
        assertThat(sql.query("SELECT 1 FROM content", row -> row.getInt(1))).hasSize(1);
    }

    @Test
    void database_that_is_away_does_not_end_the_upkeep() {
        HikariDataSource away = TestPostgres.secondPool();
        away.close();
        assertThatCode(() -> upkeep(away).run()).doesNotThrowAnyException();
    }
}
