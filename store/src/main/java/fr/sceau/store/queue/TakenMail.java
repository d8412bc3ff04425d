package fr.sceau.store.queue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.apache.mailet.Mail;

/** A mail that somebody works on. What it is done with is recorded once; {@code done} never fails. */
final class TakenMail implements MailQueueItem {
    private static final int PATIENCE = 3;
    private static final int MOST_DOUBLINGS = 10;
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

    private final QueuedMail row;
    private final Mail mail;
    private final BiConsumer<QueuedMail, Outcome> record;
    private final AtomicBoolean done = new AtomicBoolean();

    TakenMail(QueuedMail row, Mail mail, BiConsumer<QueuedMail, Outcome> record) {
        this.row = row;
        this.mail = mail;
        this.record = record;
    }

    @Override
    public Mail getMail() {
        return mail;
    }

    /**
     * RETRY makes the mail available at once, and later and later when that happens often. REJECT, James' word for "I could
     * not even put it aside", makes it available later: nothing is ever dropped here.
     */
    @Override
    public void done(CompletionStatus status) {
        if (!done.compareAndSet(false, true)) {
            return;
        }
        record.accept(row, outcome(status, row.returned()));
    }

    static Outcome outcome(CompletionStatus status, int returned) {
        return switch (status) {
            case SUCCESS -> new Gone();
            case RETRY -> new Back(returned < PATIENCE ? Optional.empty() : Optional.of(delay(returned - PATIENCE)));
            case REJECT -> new Back(Optional.of(delay(returned + 1)));
        };
    }

    private static Duration delay(int doublings) {
        Duration delay = Duration.ofSeconds(1L << Math.min(doublings, MOST_DOUBLINGS));
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    /** What becomes of the row. */
    sealed interface Outcome {}

    /** Done. */
    record Gone() implements Outcome {}

    /** Available again, at once or later. */
    record Back(Optional<Duration> delay) implements Outcome {}
}
