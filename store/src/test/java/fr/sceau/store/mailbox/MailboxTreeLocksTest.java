package fr.sceau.store.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.sceau.store.TestPostgres;
import fr.sceau.store.database.Sql;
import java.sql.Connection;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager.RenameOption;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.UidValidity;
import org.junit.jupiter.api.Test;

/** A renaming takes its locks in the order in which everybody takes them. */
final class MailboxTreeLocksTest {
    private static final Username MARIE = Username.of("marie@x.test");
    private static final String LOCK = "SELECT id FROM mailbox WHERE id = ? FOR NO KEY UPDATE";

    private final DataSource database = TestPostgres.fresh();
    private final Sql sql = new Sql(database);
    private final JdbcMailboxMapper mapper = new JdbcMailboxMapper(database);

    @Test
    void a_move_from_a_folder_to_the_one_above_it_does_not_meet_a_renaming_head_on() throws Exception {
        long below = create("a.b"); // older than the one above it, which was made later
        long above = create("a");
        try (Connection move = database.getConnection()) {
            move.setAutoCommit(false);
            Sql.query(move, LOCK, row -> row.getLong(1), below);
            CompletableFuture<?> renaming = CompletableFuture.supplyAsync(this::rename);
            await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 1);
            assertThat(Sql.query(move, LOCK, row -> row.getLong(1), above)).containsExactly(above);
            move.commit();
            renaming.join();
        }
        assertThat(mapper.list().map(Mailbox::getName).collectList().block()).containsExactlyInAnyOrder("z", "z.b");
    }

    private Object rename() {
        try {
            Mailbox above =
                    Objects.requireNonNull(mapper.findMailboxByPath(path("a")).block());
            return new MailboxTree(database).rename(MailboxNumber.of(above), path("z"), '.', RenameOption.NONE);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long waiting() {
        return sql.first("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'", row -> row.getLong(1))
                .orElseThrow();
    }

    private long create(String name) {
        return MailboxNumber.of(Objects.requireNonNull(
                        mapper.create(path(name), UidValidity.of(42)).block()))
                .value();
    }

    private static MailboxPath path(String name) {
        return MailboxPath.forUser(MARIE, name);
    }
}
