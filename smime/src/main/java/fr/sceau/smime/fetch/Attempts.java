package fr.sceau.smime.fetch;

import java.time.Duration;
import java.time.Instant;

/** When one source is to be asked again: a source that fails is asked more and more rarely, to an hour. */
final class Attempts {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 6; // more than an hour

    private Instant next = Instant.MIN;
    private int failures;

    synchronized boolean isDue(Instant now) {
        return !next.isAfter(now);
    }

    synchronized void succeeded(Instant again) {
        failures = 0;
        next = again;
    }

    synchronized void failed(Instant now) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        failures++;
        next = now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    }

    synchronized int failures() {
        return failures;
    }
}
