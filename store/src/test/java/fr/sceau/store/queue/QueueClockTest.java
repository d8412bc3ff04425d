package fr.sceau.store.queue;

import static fr.sceau.store.queue.TestMails.mail;
import static fr.sceau.store.queue.TestMails.take;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.store.TestPostgres;
import fr.sceau.store.database.Sql;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.james.queue.api.MailQueueName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a clock that was set back has left in the rows. */
final class QueueClockTest {
    private final DataSource database = TestPostgres.fresh();
    private final Sql sql = new Sql(database);
    private final QueueRows rows = new QueueRows(database);
    private final PostgresMailQueueFactory factory = TestQueues.on(database);
    private final PostgresMailQueue queue = factory.createQueue(MailQueueName.of("clock"));

    @AfterEach
    void close() {
        factory.close();
    }

    @Test
    void mail_for_now_goes_now_although_it_was_enqueued_in_the_future() throws Exception {
        queue.enQueue(mail("now", "b@deux.test"));
        stepBack("1 hour");
        assertThat(take(queue).getMail().getName()).isEqualTo("now");
    }

    @Test
    void mail_for_later_waits_its_delay_and_not_the_hour_that_came_twice() throws Exception {
        queue.enQueue(mail("later", "b@deux.test"), Duration.ofSeconds(3));
        stepBack("1 hour");
        assertThat(secondsLeft()).isGreaterThan(3600);
        rows.tick();
        assertThat(secondsLeft()).isBetween(0.0, 3.1);
        assertThat(take(queue).getMail().getName()).isEqualTo("later");
    }

    @Test
    void mail_whose_time_is_long_over_goes_at_once_after_a_clock_set_forward() throws Exception {
        queue.enQueue(mail("later", "b@deux.test"), Duration.ofMinutes(10));
        stepBack("-1 hour");
        assertThat(take(queue).getMail().getName()).isEqualTo("later");
    }

    @Test
    void a_long_delay_is_left_alone_while_the_clock_goes_right() throws Exception {
        queue.enQueue(mail("later", "b@deux.test"), Duration.ofHours(6));
        rows.tick();
        assertThat(secondsLeft()).isBetween(6 * 3600 - 60.0, 6 * 3600.0);
    }

    @Test
    void mail_that_was_in_work_before_the_step_is_taken_again_at_the_next_start() throws Exception {
        queue.enQueue(mail("taken", "b@deux.test"));
        sql.update("UPDATE queue_mail SET taken_by = ?", UUID.randomUUID());
        stepBack("1 hour");
        try (PostgresMailQueueFactory next = TestQueues.on(database)) {
            assertThat(take(next.createQueue(MailQueueName.of("clock")))
                            .getMail()
                            .getName())
                    .isEqualTo("taken");
        }
    }

    /** As if the clock had since been set back by that much. */
    private void stepBack(String interval) {
        sql.update(
                "UPDATE queue_mail SET enqueued = enqueued + ?::interval, since = since + ?::interval,"
                        + " due = due + ?::interval",
                interval,
                interval,
                interval);
    }

    private double secondsLeft() {
        return sql.first("SELECT extract(epoch FROM due - clock_timestamp()) FROM queue_mail", row -> row.getDouble(1))
                .orElseThrow();
    }
}
