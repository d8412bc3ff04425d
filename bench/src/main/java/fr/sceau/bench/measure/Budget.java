package fr.sceau.bench.measure;

import java.time.Duration;

/** Time that a bench may still take. */
public final class Budget {
    private final long end;

    public Budget(Duration length) {
        this.end = System.nanoTime() + length.toNanos();
    }

    /** Whether something that lasts this long still fits. */
    public boolean allows(Duration length) {
        return System.nanoTime() + length.toNanos() < end;
    }
}
