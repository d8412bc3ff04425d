package fr.sceau.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.sceau.store.StoreException;
import fr.sceau.store.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class DatabaseTest {
    @Test
    void a_fresh_database_gets_all_tables_and_a_second_start_changes_nothing() {
        String url = TestPostgres.emptyDatabase("twice");
        for (int start = 0; start < 2; start++) {
            try (HikariDataSource pool = Database.open(url, "postgres", "")) {
                assertThat(new Sql(pool).query("SELECT count(*) FROM mailbox", row -> row.getLong(1)))
                        .containsExactly(0L);
            }
        }
    }

    @Test
    void tables_of_the_former_version_are_refused_and_left_alone() throws SQLException {
        String url = TestPostgres.emptyDatabase("former");
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE sceau_account (address text)");
            assertThatThrownBy(() -> Database.open(url, "postgres", ""))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("version antérieure");
            statement.execute("SELECT address FROM sceau_account");
        }
    }

    @Test
    void every_kind_of_parameter_comes_back() {
        Sql sql = new Sql(TestPostgres.fresh());
        UUID id = UUID.randomUUID();
        Instant now = Instant.parse("2026-11-22T02:00:00.123456Z");
        List<String> found = sql.query(
                "SELECT ?::uuid = ANY (?) AND ?::bigint = ANY (?) AND 'é' = ANY (?) AND ? AND octet_length(?) = 3"
                        + " AND ?::timestamptz = '2026-11-22 03:00:00.123456+01', ?::text",
                row -> row.getBoolean(1) + " " + row.getString(2),
                id,
                Sql.ids(List.of(id)),
                7L,
                Sql.numbers(List.of(3L, 7L)),
                Sql.texts(List.of("e", "é")),
                true,
                new byte[3],
                now,
                null);
        assertThat(found).containsExactly("true null");
    }

    @Test
    void a_transaction_is_undone_by_any_exception_and_texts_of_the_driver_stay_inside() {
        Sql sql = new Sql(TestPostgres.fresh());
        assertThatThrownBy(() -> sql.transaction(connection -> {
                    Sql.update(connection, "INSERT INTO subscription VALUES ('marie', 'Secret')");
                    return Sql.update(connection, "INSERT INTO subscription VALUES ('marie', 'Secret')");
                }))
                .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.transientFailure())
                        .isFalse())
                .hasMessageContaining("23505")
                .hasMessageNotContaining("Secret")
                .hasNoCause();
        assertThat(sql.query("SELECT 1 FROM subscription", row -> row.getInt(1)))
                .isEmpty();
    }
}
