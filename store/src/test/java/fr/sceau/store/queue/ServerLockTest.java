package fr.sceau.store.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import fr.sceau.store.StoreException;
import fr.sceau.store.TestPostgres;
import fr.sceau.store.database.Sql;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

final class ServerLockTest {
    private static final Duration SHORT = Duration.ofMillis(600);
    private static final String CUT =
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted";

    private final DataSource database = TestPostgres.fresh();

    @Test
    void a_second_server_is_told_so_clearly() {
        try (ServerLock first = lock(database);
                HikariDataSource other = TestPostgres.secondPool()) {
            assertThat(first.isHeld()).isTrue();
            assertThatThrownBy(() -> lock(other))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("Un autre serveur de messagerie");
        }
    }

    @Test
    void the_next_server_gets_the_lock_when_the_first_has_ended() {
        lock(database).close();
        try (HikariDataSource other = TestPostgres.secondPool();
                ServerLock second = lock(other)) {
            assertThat(second.isHeld()).isTrue();
            assertThat(new QueueDesk(database).isServed()).isTrue();
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> !new QueueDesk(database).isServed());
    }

    @Test
    void a_server_whose_connection_is_cut_gets_its_lock_back_over_another_one() {
        try (ServerLock lock = lock(database)) {
            int before = holder();
            new Sql(database).query(CUT, row -> row.getBoolean(1));
            await().atMost(Duration.ofSeconds(20)).until(() -> lock.isHeld() && holder() != before && holder() != 0);
        }
    }

    @Test
    void a_server_that_has_lost_its_lock_to_another_one_is_told_to_end() {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        Duration patience = Duration.ofMillis(300);
        try (ServerLock first = ServerLock.acquire(database, () -> ended.complete(true), SHORT, patience);
                HikariDataSource other = TestPostgres.secondPool()) {
            ServerLock second = takeOver(other);
            assertThat(ended).succeedsWithin(Duration.ofSeconds(30));
            assertThat(first.isHeld()).isFalse();
            second.close();
        }
    }

    /** Cuts the connection of whoever has the lock until it is ours. */
    private ServerLock takeOver(DataSource other) {
        while (true) {
            new Sql(database).query(CUT, row -> row.getBoolean(1));
            try {
                return ServerLock.acquire(other, () -> {}, Duration.ZERO);
            } catch (StoreException e) {
                assertThat(e.transientFailure()).isFalse(); // the first was quicker: once more
            }
        }
    }

    private int holder() {
        return new Sql(database)
                .first("SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted", row -> row.getInt(1))
                .orElse(0);
    }

    private static ServerLock lock(DataSource database) {
        return ServerLock.acquire(database, () -> {}, SHORT);
    }
}
