package fr.sceau.store.queue;

import fr.sceau.store.mail.ContentMessage;
import fr.sceau.store.mail.Since;
import fr.sceau.store.mail.UnreadableEnvelope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes mails of one queue out of their rows, and records what becomes of them. Thread-safe. */
final class Taking implements Pump.Source {
    private static final Logger LOGGER = LoggerFactory.getLogger(Taking.class);
    private static final Duration UNREADABLE = Duration.ofMinutes(15);

    private final MailQueueName name;
    private final QueueServices services;
    private final QueueMetrics metrics;
    private final Waking waking;
    private final Shares shares;
    private volatile boolean closed;

    Taking(MailQueueName name, QueueServices services, QueueMetrics metrics, Waking waking, int places) {
        this.name = name;
        this.services = services;
        this.metrics = metrics;
        this.waking = waking;
        this.shares = new Shares(places);
    }

    void places(int number) {
        shares.places(number);
    }

    @Override
    public Optional<MailQueueItem> take() {
        Optional<List<String>> closed = shares.closed();
        if (closed.isEmpty() || !services.allowed()) {
            return Optional.empty();
        }
        Optional<QueuedMail> row = services.rows().take(name.asString(), shares.served(), closed.get(), services.run());
        if (row.isEmpty()) {
            return Optional.empty();
        }
        shares.took(row.get().destination());
        metrics.dequeued();
        return item(row.get());
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    /** No more mail is handed out; what is in work can still be done. */
    void end() {
        closed = true;
        waking.wake();
    }

    private Optional<MailQueueItem> item(QueuedMail row) {
        try {
            return Optional.of(services.decorate(new TakenMail(row, mail(row), this::record), name));
        } catch (UnreadableEnvelope e) {
            LOGGER.error("ALERT mail {} of the queue is not understood and stays there", row.id(), e);
            record(row, new TakenMail.Back(Optional.of(UNREADABLE)));
            return Optional.empty();
        }
    }

    private void record(QueuedMail row, TakenMail.Outcome outcome) {
        Runnable change = outcome instanceof TakenMail.Back back
                ? () -> services.rows().giveBack(row.id(), services.run(), back.delay())
                : () -> services.rows().done(row.id());
        services.settlements().settle(change, () -> {
            boolean place = shares.gaveBack(row.destination());
            if (place || outcome instanceof TakenMail.Back) {
                waking.wake();
            }
        });
    }

    /** The mail, whose message is read when somebody asks for it. */
    Mail mail(QueuedMail row) throws UnreadableEnvelope {
        MailImpl mail = row.envelope().mail();
        Since.note(mail, row.since());
        try {
            mail.setMessageNoCopy(new ContentMessage(services.contents(), row.content(), row.octets()));
        } catch (MessagingException e) {
            throw new IllegalStateException("a new mail has no message to dispose of", e);
        }
        return mail;
    }
}
