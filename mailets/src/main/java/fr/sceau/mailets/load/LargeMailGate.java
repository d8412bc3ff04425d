package fr.sceau.mailets.load;

import java.util.concurrent.Semaphore;
import javax.inject.Inject;
import javax.inject.Singleton;

/**
 * Lets large messages through one at a time where their bytes stand in memory: judging a submission, opening an
 * envelope. Small ones never wait. Thread-safe.
 */
@Singleton
public final class LargeMailGate {
    /** From here on a message is large, in bytes. */
    public static final long LARGE = 4L * 1024 * 1024;

    private final Semaphore one = new Semaphore(1, true);

    @Inject
    public LargeMailGate() {}

    /** Waits for its turn when the message is large; the passage is closed when its bytes are out of memory again. */
    public Passage enter(long bytes) {
        if (bytes < LARGE) {
            return () -> {};
        }
        one.acquireUninterruptibly();
        return one::release;
    }

    /** The right to hold a message in memory. */
    public interface Passage extends AutoCloseable {
        @Override
        void close();
    }
}
