package fr.sceau.store.queue;

import static fr.sceau.store.queue.TestMails.mail;
import static fr.sceau.store.queue.TestMails.taking;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.store.TestPostgres;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.james.queue.api.MailPrioritySupport;
import org.apache.james.queue.api.MailQueue.MailQueueException;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.apache.james.queue.api.MailQueue.MailQueueItem.CompletionStatus;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class QueueFairnessTest {
    private static final int PLACES = 16;

    private final PostgresMailQueueFactory factory = TestQueues.on(TestPostgres.fresh());
    private final PostgresMailQueue queue =
            factory.createQueue(MailQueueName.of("fairness"), MailQueueFactory.prefetchCount(PLACES));

    @AfterEach
    void close() {
        factory.close();
    }

    @Test
    void a_slow_destination_never_takes_the_last_place() throws Exception {
        flood("lent.test", 200);
        Iterator<MailQueueItem> items = taking(queue);
        List<MailQueueItem> stuck = next(items, PLACES / 2);
        queue.enQueue(mail("urgent", "b@rapide.test"));
        MailQueueItem item = items.next();
        assertThat(item.getMail().getName()).isEqualTo("urgent");
        assertThat(stuck).hasSize(PLACES / 2);
    }

    @Test
    void three_slow_destinations_leave_a_place_for_the_fourth() throws Exception {
        flood("lent1.test", 50);
        flood("lent2.test", 50);
        flood("lent3.test", 50);
        Iterator<MailQueueItem> items = taking(queue);
        List<MailQueueItem> stuck = next(items, 3 * (PLACES / 4)); // they take turns: a quarter each
        queue.enQueue(mail("urgent", "b@rapide.test"));
        assertThat(items.next().getMail().getName()).isEqualTo("urgent");
        assertThat(stuck).extracting(QueueFairnessTest::domain).contains("lent1.test", "lent2.test", "lent3.test");
    }

    @Test
    void a_flooded_destination_that_is_quick_lets_others_pass_at_once() throws Exception {
        flood("inonde.test", 500);
        Iterator<MailQueueItem> items = taking(queue);
        for (int i = 0; i < 20; i++) {
            done(items.next());
        }
        queue.enQueue(mail("urgent", "b@rapide.test"));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 2 * PLACES; i++) {
            MailQueueItem item = items.next();
            names.add(item.getMail().getName());
            done(item);
        }
        assertThat(names).contains("urgent");
    }

    @Test
    void what_has_priority_goes_first_whatever_its_destination() throws Exception {
        flood("un.test", 5);
        Mail high = mail("high", "b@deux.test");
        high.setAttribute(new Attribute(MailPrioritySupport.MAIL_PRIORITY, AttributeValue.of(9)));
        queue.enQueue(high);
        assertThat(taking(queue).next().getMail().getName()).isEqualTo("high");
    }

    @Test
    void shares_halve_what_is_free_and_give_it_back() {
        Shares shares = new Shares(4);
        assertThat(shares.closed()).contains(List.of());
        shares.took("a");
        shares.took("a");
        assertThat(shares.closed()).contains(List.of("a"));
        shares.took("b");
        assertThat(shares.closed().orElseThrow()).containsExactlyInAnyOrder("a", "b");
        shares.took("c");
        assertThat(shares.closed()).isEqualTo(Optional.empty());
        shares.gaveBack("a");
        assertThat(shares.closed().orElseThrow()).containsExactlyInAnyOrder("a", "b", "c");
        shares.gaveBack("a");
        shares.gaveBack("b");
        assertThat(shares.closed()).contains(List.of());
    }

    private void flood(String domain, int mails) throws Exception {
        for (int i = 0; i < mails; i++) {
            queue.enQueue(mail(domain + "-" + i, "b@" + domain));
        }
    }

    private static List<MailQueueItem> next(Iterator<MailQueueItem> items, int number) {
        List<MailQueueItem> taken = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            taken.add(items.next());
        }
        return taken;
    }

    private static String domain(MailQueueItem item) {
        return item.getMail().getRecipients().iterator().next().getDomain().asString();
    }

    private static void done(MailQueueItem item) {
        try {
            item.done(CompletionStatus.SUCCESS);
        } catch (MailQueueException e) {
            throw new AssertionError(e);
        }
    }
}
