package fr.sceau.store.queue;

import static fr.sceau.store.queue.TestMails.mail;
import static fr.sceau.store.queue.TestMails.octets;
import static fr.sceau.store.queue.TestMails.take;
import static fr.sceau.store.queue.TestMails.taking;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.store.TestPostgres;
import fr.sceau.store.database.Sql;
import fr.sceau.store.repository.PostgresMailRepository;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.james.mailrepository.api.MailRepositoryUrl;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.apache.james.queue.api.MailQueue.MailQueueItem.CompletionStatus;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class QueueDeskTest {
    private static final AttributeName ATTEMPTS = AttributeName.of("sceau-attempts");

    private final DataSource database = TestPostgres.fresh();
    private final PostgresMailQueueFactory factory = TestQueues.on(database);
    private final PostgresMailQueue spool = factory.createQueue(MailQueueFactory.SPOOL);
    private final PostgresMailQueue outgoing = factory.createQueue(MailQueueName.of("outgoing"));
    private final QueueDesk desk = new QueueDesk(database);

    @AfterEach
    void close() {
        factory.close();
    }

    @Test
    void the_list_shows_what_waits_where_since_when_and_why() throws Exception {
        MailImpl mail = mail("late", "b@deux.test");
        mail.setErrorMessage("Exception calling ToOperator: no route\n\tat somewhere");
        mail.setAttribute(new Attribute(AttributeName.of("delivery_retry_count"), AttributeValue.of(4)));
        outgoing.enQueue(mail, Duration.ofHours(1));
        assertThat(desk.list(10)).singleElement().satisfies(waiting -> {
            assertThat(waiting.place()).isEqualTo("outgoing");
            assertThat(waiting.due()).isPresent();
            assertThat(waiting.inWork()).isFalse();
            assertThat(waiting.envelope().attempts()).isEqualTo(4);
            assertThat(waiting.envelope().error()).contains("Exception calling ToOperator: no route");
            assertThat(waiting.envelope().recipients()).containsExactly("b@deux.test");
            assertThat(waiting.octets()).isEqualTo(TestMails.TEXT.length());
        });
    }

    @Test
    void a_delayed_mail_is_tried_soon_after_the_operator_asks() throws Exception {
        outgoing.enQueue(mail("late", "b@deux.test"), Duration.ofHours(6));
        Iterator<MailQueueItem> items = taking(outgoing);
        assertThat(desk.retry(onlyId())).isEqualTo(QueueDesk.Answer.CHANGED);
        long start = System.nanoTime();
        assertThat(items.next().getMail().getName()).isEqualTo("late");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_parked_mail_starts_again_with_no_failure_remembered() throws Exception {
        park();
        assertThat(desk.count().parked()).isEqualTo(1);
        assertThat(desk.retry(onlyId())).isEqualTo(QueueDesk.Answer.CHANGED);
        Mail back = take(spool).getMail();
        assertThat(back.getState()).isEqualTo(Mail.DEFAULT);
        assertThat(back.getAttribute(ATTEMPTS)).isEmpty();
        assertThat(back.getErrorMessage()).isNull();
        assertThat(octets(back)).isEqualTo(TestMails.TEXT.getBytes(StandardCharsets.US_ASCII));
        assertThat(desk.count().parked()).isZero();
    }

    @Test
    void a_mail_of_a_queue_that_nobody_reads_goes_through_all_steps_again() throws Exception {
        outgoing.enQueue(mail("orphan", "b@deux.test"), Duration.ofHours(1));
        assertThat(factory.unread()).containsExactly(Map.entry("outgoing", 1L));
        assertThat(desk.restart(onlyId())).isEqualTo(QueueDesk.Answer.CHANGED);
        assertThat(take(spool).getMail().getName()).isEqualTo("orphan");
    }

    @Test
    void a_cancelled_mail_goes_to_the_processor_that_tells_its_sender() throws Exception {
        outgoing.enQueue(mail("cancelled", "b@deux.test"), Duration.ofHours(1));
        assertThat(desk.giveBack(onlyId(), "Annulé")).isEqualTo(QueueDesk.Answer.CHANGED);
        Mail back = take(spool).getMail();
        assertThat(back.getState()).isEqualTo("returned");
        assertThat(back.getErrorMessage()).isEqualTo("Annulé");
    }

    @Test
    void a_deleted_mail_leaves_no_content() throws Exception {
        park();
        assertThat(desk.delete(onlyId())).isEqualTo(QueueDesk.Answer.CHANGED);
        assertThat(new Sql(database).query("SELECT 1 FROM content", row -> row.getInt(1)))
                .isEmpty();
        assertThat(desk.list(10)).isEmpty();
    }

    @Test
    void mail_in_work_is_left_to_the_server_that_runs() throws Exception {
        outgoing.enQueue(mail("busy", "b@deux.test"));
        MailQueueItem item = take(outgoing);
        try (ServerLock lock = ServerLock.acquire(database, () -> {})) {
            assertThat(lock.isHeld()).isTrue();
            assertThat(desk.delete(onlyId())).isEqualTo(QueueDesk.Answer.IN_WORK);
        }
        item.done(CompletionStatus.SUCCESS);
        assertThat(desk.delete(4711)).isEqualTo(QueueDesk.Answer.UNKNOWN);
    }

    private void park() throws Exception {
        MailImpl mail = mail("poison", "b@deux.test");
        mail.setAttribute(new Attribute(ATTEMPTS, AttributeValue.of(1000)));
        mail.setErrorMessage("failed");
        mail.setState(Mail.ERROR);
        new PostgresMailRepository(database, MailRepositoryUrl.from("postgres://parked")).store(mail);
    }

    private long onlyId() {
        return desk.list(10).get(0).id();
    }
}
