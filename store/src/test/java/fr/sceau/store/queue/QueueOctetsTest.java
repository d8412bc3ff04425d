package fr.sceau.store.queue;

import static fr.sceau.store.queue.TestMails.mail;
import static fr.sceau.store.queue.TestMails.octets;
import static fr.sceau.store.queue.TestMails.take;
import static fr.sceau.store.queue.TestMails.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.store.TestPostgres;
import fr.sceau.store.database.Sql;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.james.queue.api.MailQueue.MailQueueException;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.apache.james.queue.api.MailQueue.MailQueueItem.CompletionStatus;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageWrapper;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class QueueOctetsTest {
    /** Latin-1, UTF-8 and a lone continuation octet, where only ASCII is allowed. */
    private static final byte[] RAW = ("Subject: r\u00e9sultat \u00c3\u00a9 \u0080\r\n"
                    + "Bcc: cach\u00e9@un.test\r\n plus\r\nX-Last: 1\r\n\r\ncorps \u00e9\u00ff\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);

    private final DataSource database = TestPostgres.fresh();
    private final PostgresMailQueueFactory factory = TestQueues.on(database);
    private final PostgresMailQueue queue = factory.createQueue(MailQueueName.of("octets"));

    @AfterEach
    void close() {
        factory.close();
    }

    @Test
    void raw_octets_of_the_header_pass_through_the_queue() throws Exception {
        queue.enQueue(mail("raw", "b@deux.test", RAW));
        Mail taken = take(queue).getMail();
        assertThat(octets(taken)).isEqualTo(RAW);
        assertThat(written(taken)).isEqualTo(RAW);
        assertThat(taken.getMessageSize()).isEqualTo(RAW.length);
    }

    @Test
    void raw_octets_survive_that_somebody_has_looked_at_the_body() throws Exception {
        queue.enQueue(mail("raw", "b@deux.test", RAW));
        Mail taken = take(queue).getMail();
        taken.getMessage().getContent();
        assertThat(octets(taken)).isEqualTo(RAW);
        queue.enQueue(taken);
        assertThat(octets(take(queue).getMail())).isEqualTo(RAW);
    }

    @Test
    void raw_octets_survive_a_look_at_the_body_before_the_queue() throws Exception {
        MailImpl mail = mail("raw", "b@deux.test", RAW);
        mail.getMessage().getContent();
        queue.enQueue(mail);
        assertThat(octets(take(queue).getMail())).isEqualTo(RAW);
    }

    @Test
    void raw_octets_survive_a_field_put_in_front() throws Exception {
        MailImpl mail = mail("raw", "b@deux.test", RAW);
        mail.getMessage().addHeader("X-New", "1");
        queue.enQueue(mail);
        String out = new String(octets(take(queue).getMail()), StandardCharsets.ISO_8859_1);
        assertThat(out).contains("X-New: 1\r\n", "Subject: r\u00e9sultat \u00c3\u00a9 \u0080\r\n");
        assertThat(out).endsWith("\r\n\r\ncorps \u00e9\u00ff\r\n");
    }

    @Test
    void fields_that_a_client_leaves_out_are_left_out_and_the_others_keep_their_octets() throws Exception {
        queue.enQueue(mail("raw", "b@deux.test", RAW));
        String out = new String(written(take(queue).getMail(), "bcc"), StandardCharsets.ISO_8859_1);
        assertThat(out)
                .isEqualTo(new String(RAW, StandardCharsets.ISO_8859_1)
                        .replace("Bcc: cach\u00e9@un.test\r\n plus\r\n", ""));
    }

    @Test
    void a_mail_that_comes_back_unchanged_shares_its_content_and_the_last_one_removes_it() throws Exception {
        queue.enQueue(mail("first", "b@deux.test", RAW));
        MailQueueItem first = take(queue);
        queue.enQueue(first.getMail());
        assertThat(contents()).isEqualTo(1);
        first.done(CompletionStatus.SUCCESS);
        assertThat(contents()).isEqualTo(1);
        MailQueueItem second = take(queue);
        assertThat(octets(second.getMail())).isEqualTo(RAW);
        second.done(CompletionStatus.SUCCESS);
        assertThat(contents()).isZero();
    }

    @Test
    void a_mail_that_comes_back_changed_gets_a_content_of_its_own() throws Exception {
        queue.enQueue(mail("first", "b@deux.test", RAW));
        MailQueueItem first = take(queue);
        first.getMail().getMessage().addHeader("X-New", "1");
        queue.enQueue(first.getMail());
        assertThat(contents()).isEqualTo(2);
        first.done(CompletionStatus.SUCCESS);
        assertThat(contents()).isEqualTo(1);
    }

    @Test
    void nothing_is_kept_when_the_octets_cannot_be_read() throws Exception {
        queue.enQueue(mail("first", "b@deux.test", RAW));
        Mail taken = take(queue).getMail();
        UUID content = new Sql(database)
                .first("DELETE FROM queue_mail RETURNING content_id", row -> row.getObject(1, UUID.class))
                .orElseThrow();
        new Sql(database).update("DELETE FROM content WHERE id = ?", content);
        assertThat(((MimeMessageWrapper) taken.getMessage()).isModified()).isFalse();
        assertThatThrownBy(() -> queue.enQueue(taken)).isInstanceOf(MailQueueException.class);
        assertThat(queue.getSize()).isZero();
    }

    private long contents() {
        return new Sql(database)
                .first("SELECT count(*) FROM content", row -> row.getLong(1))
                .orElseThrow();
    }
}
