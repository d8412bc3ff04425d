package fr.sceau.system.installation;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what a running system does in its own time, never for ever. */
public final class Await {
    private Await() {}

    /** Returns when the condition holds; fails when it does not in time. */
    public static void until(String what, Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + atMost.toSeconds() + " s: " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
