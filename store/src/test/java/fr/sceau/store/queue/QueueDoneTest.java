package fr.sceau.store.queue;

import static fr.sceau.store.queue.TestMails.mail;
import static fr.sceau.store.queue.TestMails.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.sceau.store.TestPostgres;
import fr.sceau.store.database.Sql;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.apache.james.queue.api.MailQueue.MailQueueItem.CompletionStatus;
import org.apache.james.queue.api.MailQueueName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the end of a mail's work leaves behind, and what it costs. */
final class QueueDoneTest {
    private static final MailQueueName NAME = MailQueueName.of("done");
    private static final String COPY =
            "INSERT INTO queue_mail (queue, destination, priority, attempts, name, recipients, envelope, content_id)"
                    + " SELECT 'copies', destination, priority, attempts, name, recipients, envelope, content_id"
                    + " FROM queue_mail LIMIT 1";

    private final DataSource real = TestPostgres.fresh();
    private final Sql sql = new Sql(real);
    private final AtomicInteger trips = new AtomicInteger();
    private final PostgresMailQueueFactory factory = TestQueues.on((DataSource) counting(DataSource.class, real));
    private final PostgresMailQueue queue = factory.createQueue(NAME);

    @AfterEach
    void close() {
        factory.close();
    }

    private long count(String table) {
        return sql.first("SELECT count(*) FROM " + table, row -> row.getLong(1)).orElseThrow();
    }

    private void copyOfTheOnlyRow() {
        assertThat(sql.update(COPY)).isOne();
    }

    @Test
    void end_of_a_mail_whose_message_nobody_shares_is_one_round_trip() throws Exception {
        queue.enQueue(mail("alone", "b@deux.test"));
        MailQueueItem item = take(queue);
        factory.close(); // its ticks would be counted
        trips.set(0);

        item.done(CompletionStatus.SUCCESS);

        assertThat(trips).hasValue(1);
        assertThat(count("queue_mail")).isZero();
        assertThat(count("content")).isZero();
        assertThat(count("content_chunk")).isZero();
    }

    @Test
    void message_stays_until_the_last_mail_that_has_it_is_done() throws Exception {
        queue.enQueue(mail("shared", "b@deux.test"));
        MailQueueItem first = take(queue);
        copyOfTheOnlyRow();

        first.done(CompletionStatus.SUCCESS);
        assertThat(count("content")).isOne();
        take(factory.createQueue(MailQueueName.of("copies"))).done(CompletionStatus.SUCCESS);

        assertThat(count("queue_mail")).isZero();
        assertThat(count("content")).isZero();
    }

    @Test
    void message_that_gets_a_new_holder_while_its_mail_ends_is_kept_and_the_mail_ends() throws Exception {
        queue.enQueue(mail("restarted", "b@deux.test"));
        MailQueueItem item = take(queue);
        long id = sql.first("SELECT id FROM queue_mail", row -> row.getLong(1)).orElseThrow();
        CompletableFuture<Void> done = sql.<CompletableFuture<Void>, RuntimeException>transaction(connection -> {
            Sql.update(connection, COPY);
            CompletableFuture<Void> ending = CompletableFuture.runAsync(() -> end(item));
            await().atMost(Duration.ofSeconds(10)).until(() -> waiting() > 0);
            return ending;
        });
        done.join();

        await().atMost(Duration.ofSeconds(10)).until(() -> count("queue_mail") == 1);
        assertThat(sql.query("SELECT 1 FROM queue_mail WHERE id = ?", row -> 1, id))
                .isEmpty();
        assertThat(count("content")).isOne();
        take(factory.createQueue(MailQueueName.of("copies"))).done(CompletionStatus.SUCCESS);
        assertThat(count("content")).isZero();
    }

    @Test
    void two_mails_of_one_message_that_end_at_once_leave_nothing() throws Exception {
        for (int i = 0; i < 20; i++) {
            queue.enQueue(mail("pair" + i, "b@deux.test"));
            MailQueueItem one = take(queue);
            copyOfTheOnlyRow();
            MailQueueItem other = take(factory.createQueue(MailQueueName.of("copies")));
            CompletableFuture<Void> ending = CompletableFuture.runAsync(() -> end(one));
            end(other);
            ending.join();
            assertThat(count("queue_mail")).isZero();
            assertThat(count("content")).as("pair %s", i).isZero();
        }
    }

    private static void end(MailQueueItem item) {
        try {
            item.done(CompletionStatus.SUCCESS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sessions that wait for the lock of another one. */
    private long waiting() {
        return sql.first("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'", row -> row.getLong(1))
                .orElseThrow();
    }

    /** The same object, of which every statement and every commit is counted. */
    private Object counting(Class<?> type, Object target) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            if (method.getName().startsWith("execute") || method.getName().equals("commit")) {
                trips.incrementAndGet();
            }
            try {
                Object result = method.invoke(target, arguments);
                if (method.getName().equals("getConnection") && type == DataSource.class) {
                    return counting(Connection.class, result);
                }
                return method.getName().equals("prepareStatement") ? counting(PreparedStatement.class, result) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
