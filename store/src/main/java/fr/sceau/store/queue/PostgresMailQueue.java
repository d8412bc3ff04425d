package fr.sceau.store.queue;

import fr.sceau.store.StoreException;
import fr.sceau.store.mail.Envelope;
import fr.sceau.store.mail.MailContents;
import fr.sceau.store.mail.Since;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.mail.MessagingException;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.ManageableMailQueue;
import org.apache.mailet.Mail;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One queue. {@code enQueue} returns when the mail is on disk, and only then; a taken mail stays in its row until it is
 * done. Thread-safe.
 */
public final class PostgresMailQueue implements ManageableMailQueue {
    private final MailQueueName name;
    private final QueueServices services;
    private final QueueMetrics metrics;
    private final Waking waking = new Waking();
    private final Taking taking;
    private volatile boolean read;

    PostgresMailQueue(MailQueueName name, QueueServices services, int places) {
        this.name = name;
        this.services = services;
        this.metrics = services.metrics(name, this::getSize);
        this.taking = new Taking(name, services, metrics, waking, places);
    }

    void places(int number) {
        taking.places(number);
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
        read = true;
        return Flux.<MailQueueItem>create(sink -> new Pump(taking, sink, waking).start("queue-" + name.asString()))
                .doOnDiscard(MailQueueItem.class, PostgresMailQueue::giveBack);
    }

    private static void giveBack(MailQueueItem item) {
        try {
            item.done(MailQueueItem.CompletionStatus.RETRY);
        } catch (MailQueueException e) {
            throw new IllegalStateException("done does not fail here", e);
        }
    }

    /** Whether anybody takes mail from here. */
    boolean isRead() {
        return read;
    }

    /** No more mail is handed out; what is in work can still be done. */
    void end() {
        taking.end();
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
                (priority, id, rows) -> services.rows().page(name.asString(), priority, id, rows), taking::mail);
    }

    /** The queue goes on for whoever else uses it; the factory ends it. */
    @Override
    public void close() {}
}
