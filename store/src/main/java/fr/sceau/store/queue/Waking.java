package fr.sceau.store.queue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets threads wait for news, without missing what comes between looking and waiting. Thread-safe. */
final class Waking {
    private long news;

    synchronized void wake() {
        news++;
        notifyAll();
    }

    /** To be asked before looking. */
    synchronized long news() {
        return news;
    }

    /** Waits until there is news after {@code seen}, or the time is over. Counts on the clock that never steps. */
    synchronized void await(long seen, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        long left = longest.toNanos();
        while (news == seen && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
            left = end - System.nanoTime();
        }
    }
}
