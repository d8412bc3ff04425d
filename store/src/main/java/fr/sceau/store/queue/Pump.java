package fr.sceau.store.queue;

import fr.sceau.store.StoreException;
import java.time.Duration;
import java.util.Optional;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.FluxSink;

/**
 * Hands the mails of a queue to one subscriber, one for each that it asks for. Lives in a thread of its own until the
 * subscriber leaves or the server ends; a database that is away makes it wait, nothing ends it.
 */
final class Pump implements Runnable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Pump.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(2);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofMillis(500);

    private final Source source;
    private final FluxSink<MailQueueItem> sink;
    private final Waking waking;
    private volatile boolean sated;
    private boolean away;

    Pump(Source source, FluxSink<MailQueueItem> sink, Waking waking) {
        this.source = source;
        this.sink = sink;
        this.waking = waking;
    }

    void start(String name) {
        sink.onRequest(number -> askedForMore());
        sink.onDispose(waking::wake);
        Thread thread = new Thread(this, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Who had asked for more than there was is waited for already. */
    private void askedForMore() {
        if (sated) {
            sated = false;
            waking.wake();
        }
    }

    @Override
    public void run() {
        try {
            while (!sink.isCancelled() && !source.isClosed()) {
                long seen = waking.news();
                if (!step()) {
                    waking.await(seen, LONGEST_SLEEP);
                }
            }
            sink.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when there is nothing to do before something happens. */
    private boolean step() throws InterruptedException {
        if (sink.requestedFromDownstream() == 0) {
            sated = true;
            return sink.requestedFromDownstream() > 0; // asked for in between, when it was not yet known
        }
        try {
            Optional<MailQueueItem> item = source.take();
            away = false;
            item.ifPresent(sink::next);
            return item.isPresent();
        } catch (StoreException e) {
            if (!away) {
                LOGGER.warn("queue stands still, the database does not answer: {}", e.getMessage());
            }
            away = true;
        } catch (RuntimeException e) {
            LOGGER.error("ALERT a fault in the queue; it goes on with the next mail", e);
        }
        Thread.sleep(PAUSE_AFTER_FAULT.toMillis());
        return true;
    }

    /** Where mails come from. */
    interface Source {
        Optional<MailQueueItem> take();

        /** Whether there will be no more. */
        boolean isClosed();
    }
}
