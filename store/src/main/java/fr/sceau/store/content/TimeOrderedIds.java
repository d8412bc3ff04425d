package fr.sceau.store.content;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Identifiers whose order is that of their making, within this process also when the clock stands or goes back. */
final class TimeOrderedIds {
    private static final int COUNTER_BITS = 12;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;
    private static final long VARIANT_MASK = 0x3fffffffffffffffL;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private TimeOrderedIds() {}

    static UUID next() {
        long now = System.currentTimeMillis() << COUNTER_BITS;
        return at(LAST.updateAndGet(last -> Math.max(now, last + 1)), RANDOM.nextLong());
    }

    /** Lower than every identifier made at or after that time. */
    static UUID floor(long millis) {
        return at(millis << COUNTER_BITS, 0);
    }

    // RFC 9562 5.7: 48 bits of Unix time in ms, version, 12 bits (here a counter, 6.2 method 1), variant, 62 random
    // bits
    private static UUID at(long tick, long random) {
        long time = tick >>> COUNTER_BITS;
        long counter = tick & ((1L << COUNTER_BITS) - 1);
        return new UUID(time << 16 | VERSION | counter, VARIANT | (random & VARIANT_MASK));
    }
}
