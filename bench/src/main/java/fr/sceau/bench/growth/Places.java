package fr.sceau.bench.growth;

import java.util.Random;

/**
 * Messages all over a mailbox. What is expunged is in one part of it and everything else in the other: whoever comes upon a
 * message that is gone has nothing to do, which would make small boxes look cheap.
 */
final class Places {
    private static final double EXPUNGED_PART = 0.6;
    private static final long STRIDE = 7919; // a prime: every message once

    private final long messages;
    private final long expungeable;
    private final Random random = new Random(1);
    private long expunged;

    Places(long messages) {
        this.messages = messages;
        this.expungeable = (long) (messages * EXPUNGED_PART);
    }

    /** The first of as many as a window holds. */
    long any() {
        return expungeable + 1 + (long) (random.nextDouble() * (messages - expungeable - Operation.ROWS));
    }

    /** Never the same twice. */
    long toExpunge() {
        if (expunged == expungeable) {
            throw new IllegalStateException("all messages were expunged");
        }
        return 1 + expunged++ * STRIDE % expungeable;
    }
}
