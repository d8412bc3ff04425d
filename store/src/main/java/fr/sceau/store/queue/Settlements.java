package fr.sceau.store.queue;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what became of a mail. When the database does not answer, it is tried again until it does, behind the back of
 * whoever worked on the mail: an error there would make James deliver it a second time. Until then the mail keeps its place,
 * so that no more than the places of a queue can wait here; if this process ends before, the mail is taken again.
 */
final class Settlements implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Settlements.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "queue-settlements");
        thread.setDaemon(true);
        return thread;
    });

    /** Runs {@code change} until it succeeds once, then {@code recorded}. */
    void settle(Runnable change, Runnable recorded) {
        attempt(change, recorded, FIRST_PAUSE);
    }

    private void attempt(Runnable change, Runnable recorded, Duration pause) {
        try {
            change.run();
        } catch (RuntimeException e) {
            LOGGER.warn("end of a mail's work not recorded, tried again: {}", e.getMessage());
            again(change, recorded, pause);
            return;
        }
        recorded.run();
    }

    private void again(Runnable change, Runnable recorded, Duration pause) {
        Duration next = pause.multipliedBy(2);
        try {
            later.schedule(
                    () -> attempt(change, recorded, next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next),
                    pause.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOGGER.warn("the server ends: the mail whose end is not recorded is taken again at the next start");
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
