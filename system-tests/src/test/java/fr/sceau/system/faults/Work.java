package fr.sceau.system.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Threads that repeat something until told to stop; a step that meets a broken connection goes on with the next. */
final class Work implements AutoCloseable {
    private static final long LONGEST_STEP = 150_000;

    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean stopping;

    /** One step of a repeated task. */
    interface Step {
        void run() throws IOException;
    }

    /** What is told of a step that could not be done. */
    interface Broken {
        void because(IOException reason);
    }

    void repeat(String name, long pauseMillis, Step step, Broken broken) {
        Thread thread = new Thread(() -> loop(pauseMillis, step, broken), name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void loop(long pauseMillis, Step step, Broken broken) {
        try {
            while (!stopping) {
                try {
                    step.run();
                    Thread.sleep(pauseMillis);
                } catch (IOException e) {
                    broken.because(e);
                    Thread.sleep(200);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    /** Throws what a thread threw. */
    void check() {
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new AssertionError("a client failed", thrown);
        }
    }

    @Override
    public void close() {
        stopping = true;
        for (Thread thread : threads) {
            try {
                thread.join(LONGEST_STEP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            if (thread.isAlive()) {
                throw new AssertionError(thread.getName() + " does not end");
            }
        }
        check();
    }
}
