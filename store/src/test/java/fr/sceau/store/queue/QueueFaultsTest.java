package fr.sceau.store.queue;

import static fr.sceau.store.queue.TestMails.mail;
import static fr.sceau.store.queue.TestMails.take;
import static fr.sceau.store.queue.TestMails.taking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.sceau.store.StoreException;
import fr.sceau.store.TestPostgres;
import fr.sceau.store.database.Sql;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.james.queue.api.MailQueue.MailQueueException;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.apache.james.queue.api.MailQueue.MailQueueItem.CompletionStatus;
import org.apache.james.queue.api.MailQueueName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database goes away in the middle of the work. */
final class QueueFaultsTest {
    private static final MailQueueName NAME = MailQueueName.of("faults");
    private static final String CUT =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = 'postgres'";

    private final AtomicBoolean away = new AtomicBoolean();
    private final DataSource real = TestPostgres.fresh();
    private final Sql sql = new Sql(real);
    private final PostgresMailQueueFactory factory = TestQueues.on(mayBeAway());
    private final PostgresMailQueue queue = factory.createQueue(NAME);

    @AfterEach
    void close() {
        factory.close();
    }

    @Test
    void done_without_a_database_is_recorded_when_it_is_back_and_the_mail_does_not_come_twice() throws Exception {
        queue.enQueue(mail("once", "b@deux.test"));
        Iterator<MailQueueItem> items = taking(queue);
        MailQueueItem item = items.next();
        away.set(true);
        item.done(CompletionStatus.SUCCESS);
        assertThat(rows()).isEqualTo(1);
        away.set(false);
        await().atMost(Duration.ofSeconds(20)).until(() -> rows() == 0);
        queue.enQueue(mail("next", "b@deux.test"));
        assertThat(items.next().getMail().getName()).isEqualTo("next");
    }

    @Test
    void a_mail_given_back_without_a_database_is_available_when_it_is_back() throws Exception {
        queue.enQueue(mail("back", "b@deux.test"));
        Iterator<MailQueueItem> items = taking(queue);
        MailQueueItem item = items.next();
        away.set(true);
        item.done(CompletionStatus.RETRY);
        away.set(false);
        assertThat(items.next().getMail().getName()).isEqualTo("back");
    }

    @Test
    void a_rejected_mail_is_never_dropped() throws Exception {
        queue.enQueue(mail("rejected", "b@deux.test"));
        Iterator<MailQueueItem> items = taking(queue);
        items.next().done(CompletionStatus.REJECT);
        assertThat(items.next().getMail().getName()).isEqualTo("rejected");
    }

    @Test
    void what_was_taken_and_not_done_is_there_again_at_the_next_start() throws Exception {
        queue.enQueue(mail("taken", "b@deux.test"));
        take(queue);
        factory.close(); // as after kill -9: nobody says done
        try (PostgresMailQueueFactory next = TestQueues.on(real)) {
            long start = System.nanoTime();
            assertThat(take(next.createQueue(NAME)).getMail().getName()).isEqualTo("taken");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void a_mail_that_ends_the_server_again_and_again_waits_and_lets_the_others_pass() throws Exception {
        queue.enQueue(mail("poison", "b@deux.test"));
        for (int start = 0; start < 5; start++) {
            sql.update("UPDATE queue_mail SET taken_by = gen_random_uuid(), due = NULL");
            TestQueues.on(real).close();
        }
        queue.enQueue(mail("other", "b@deux.test"));
        assertThat(take(queue).getMail().getName()).isEqualTo("other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"attributes\": {\"\": {\"serializer\": \"StringSerializer\", \"value\": \"x\"}}}",
                "{\"attributes\": {\"a\": {\"serializer\": \"DateSerializer\", \"value\": \"yesterday\"}}}"
            })
    void a_mail_that_is_not_understood_stays_and_lets_the_others_pass(String envelope) throws Exception {
        queue.enQueue(mail("strange", "b@deux.test"));
        sql.update("UPDATE queue_mail SET envelope = ?::json", envelope);
        queue.enQueue(mail("other", "c@deux.test"));
        assertThat(take(queue).getMail().getName()).isEqualTo("other");
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void enqueue_fails_without_a_database_and_nothing_is_kept() throws Exception {
        away.set(true);
        assertThatThrownBy(() -> queue.enQueue(mail("none", "b@deux.test"))).isInstanceOf(MailQueueException.class);
        away.set(false);
        assertThat(rows()).isZero();
    }

    @Test
    void nothing_is_lost_while_connections_are_cut_in_the_middle_of_everything() throws Exception {
        Set<String> accepted = new HashSet<>();
        Set<String> done = new HashSet<>();
        Iterator<MailQueueItem> items = taking(queue);
        for (int i = 0; i < 60; i++) {
            enqueueUntilKept("mail" + i, accepted);
            if (i % 6 == 3) {
                sql.query(CUT, row -> row.getBoolean(1));
            }
            MailQueueItem item = items.next();
            if (i % 6 == 5) {
                sql.query(CUT, row -> row.getBoolean(1));
            }
            done.add(item.getMail().getName());
            item.done(CompletionStatus.SUCCESS);
        }
        while (!done.containsAll(accepted)) {
            MailQueueItem item = items.next();
            done.add(item.getMail().getName());
            item.done(CompletionStatus.SUCCESS);
        }
        // The pool may still hold connections that were cut.
        await().ignoreExceptionsInstanceOf(StoreException.class)
                .atMost(Duration.ofSeconds(20))
                .until(() -> rows() == 0);
        List<Integer> left = await().ignoreExceptionsInstanceOf(StoreException.class)
                .until(() -> sql.query("SELECT 1 FROM content", row -> row.getInt(1)), found -> true);
        assertThat(left).isEmpty();
    }

    private void enqueueUntilKept(String name, Set<String> accepted) throws Exception {
        while (accepted.add(name)) {
            try {
                queue.enQueue(mail(name, "b@deux.test"));
            } catch (MailQueueException e) {
                accepted.remove(name); // the client hears 451 and sends again
            }
        }
    }

    private long rows() {
        return sql.first("SELECT count(*) FROM queue_mail", row -> row.getLong(1))
                .orElseThrow();
    }

    /** The real database, whose connections can be refused. */
    private DataSource mayBeAway() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    if (away.get()) {
                        throw new SQLException("away", "08006");
                    }
                    return method.invoke(real, arguments);
                });
    }
}
