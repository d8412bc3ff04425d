package fr.sceau.store.queue;

import fr.sceau.store.StoreException;
import fr.sceau.store.mail.ContentMessage;
import fr.sceau.store.mail.Envelope;
import fr.sceau.store.mail.MailContents;
import fr.sceau.store.mail.Since;
import fr.sceau.store.mail.UnreadableEnvelope;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.mail.MessagingException;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.ManageableMailQueue;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One queue. {@code enQueue} returns when the mail is on disk, and only then; a taken mail stays in its row until it is
 * done. Thread-safe.
 */
public final class PostgresMailQueue implements ManageableMailQueue, Pump.Source {
    private static final Logger LOGGER = LoggerFactory.getLogger(PostgresMailQueue.class);
    private static final Duration UNREADABLE = Duration.ofMinutes(15);

    private final MailQueueName name;
    private final QueueServices services;
    private final QueueMetrics metrics;
    private final Waking waking = new Waking();
    private final Shares shares;
    private volatile boolean closed;

    PostgresMailQueue(MailQueueName name, QueueServices services, int places) {
        this.name = name;
        this.services = services;
        this.shares = new Shares(places);
        this.metrics = services.metrics(name, this::getSize);
    }

    void places(int number) {
        shares.places(number);
    }

    void wake() {
        waking.wake();
    }

    @Override
    public MailQueueName getName() {
        return name;
    }

    @Override
    public void enQueue(Mail mail) throws MailQueueException {
        enQueue(mail, Duration.ZERO);
    }

    @Override
    public void enQueue(Mail mail, Duration delay) throws MailQueueException {
        try (QueueMetrics.Time time = metrics.enqueuing();
                MailContents contents = MailContents.of(mail)) {
            keep(mail, MailFields.delay(delay), contents);
        } catch (IOException | MessagingException | StoreException e) {
            throw new MailQueueException("mail " + mail.getName() + " is not in the queue", e);
        }
        metrics.enqueued();
        waking.wake();
    }

    private void keep(Mail mail, Optional<Duration> delay, MailContents contents) throws IOException {
        Envelope envelope = Envelope.of(mail);
        services.rows().sql().<Integer, IOException>transaction(connection -> {
            UUID content = contents.keep(connection);
            QueueRows.insert(
                    connection,
                    new QueueRows.NewRow(
                            name.asString(),
                            MailFields.destination(mail),
                            MailFields.priority(mail),
                            delay,
                            Since.of(mail),
                            envelope,
                            content));
            return 1;
        });
    }

    @Override
    public Publisher<Void> enqueueReactive(Mail mail) {
        return Mono.<Void>fromCallable(() -> {
            enQueue(mail);
            return null;
        });
    }

    /** Each subscriber has a thread of its own; who leaves gives back what it was handed and has not looked at. */
    @Override
    public Publisher<MailQueueItem> deQueue() {
        return Flux.<MailQueueItem>create(sink -> new Pump(this, sink, waking).start("queue-" + name.asString()))
                .doOnDiscard(MailQueueItem.class, PostgresMailQueue::giveBack);
    }

    private static void giveBack(MailQueueItem item) {
        try {
            item.done(MailQueueItem.CompletionStatus.RETRY);
        } catch (MailQueueException e) {
            throw new IllegalStateException("done does not fail here", e);
        }
    }

    @Override
    public Optional<MailQueueItem> take() {
        Optional<List<String>> closed = shares.closed();
        if (closed.isEmpty() || !services.allowed()) {
            return Optional.empty();
        }
        Optional<QueuedMail> row = services.rows().take(name.asString(), closed.get(), services.run());
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
            shares.gaveBack(row.destination());
            waking.wake();
        });
    }

    private Mail mail(QueuedMail row) throws UnreadableEnvelope {
        MailImpl mail = row.envelope().mail();
        Since.note(mail, row.since());
        try {
            mail.setMessageNoCopy(new ContentMessage(services.contents(), row.content(), row.octets()));
        } catch (MessagingException e) {
            throw new IllegalStateException("a new mail has no message to dispose of", e);
        }
        return mail;
    }

    @Override
    public long getSize() {
        return services.rows().size(name.asString());
    }

    @Override
    public long flush() {
        int flushed = services.rows().flush(name.asString());
        waking.wake();
        return flushed;
    }

    @Override
    public long clear() {
        return services.rows().remove(name.asString(), "true");
    }

    @Override
    public long remove(Type type, String value) {
        return services.rows()
                .remove(
                        name.asString(),
                        switch (type) {
                            case Name -> "name = ?";
                            case Sender -> "coalesce(sender, '<>') = ?";
                            case Recipient -> "? = ANY (recipients)";
                        },
                        value);
    }

    @Override
    public MailQueueIterator browse() {
        return new Browsing(
                (priority, id, rows) -> services.rows().page(name.asString(), priority, id, rows), this::mail);
    }

    /** The queue goes on for whoever else uses it; the factory ends it. */
    @Override
    public void close() {}
}
