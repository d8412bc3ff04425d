package fr.sceau.server.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.zaxxer.hikari.HikariDataSource;
import fr.sceau.store.TestPostgres;
import fr.sceau.store.content.Contents;
import fr.sceau.store.database.Sql;
import fr.sceau.store.delivery.Deliveries;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is done once a day. */
final class DailyUpkeepTest {
    private final DataSource database = TestPostgres.fresh();
    private final Sql sql = new Sql(database);

    private static DailyUpkeep upkeep(DataSource source) {
        return new DailyUpkeep(new Deliveries(source), new Contents(source), Clock.systemUTC());
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
