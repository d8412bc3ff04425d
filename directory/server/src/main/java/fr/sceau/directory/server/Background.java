package fr.sceau.directory.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One long piece of work at a time beside the thread that asks for it. Used by one thread. */
final class Background implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final long MOMENT_MILLIS = 2_000;
    private static final long CLOSING_MILLIS = 2_000;

    private final String name;
    private final ExecutorService thread;
    private Future<?> work = CompletableFuture.completedFuture(null);

    Background(String name) {
        this.name = name;
        this.thread = Executors.newSingleThreadExecutor(run -> {
            Thread made = new Thread(run, name);
            made.setDaemon(true);
            return made;
        });
    }

    boolean isIdle() {
        return work.isDone();
    }

    /** Begins, and waits a moment: what is short is done then. */
    void begin(Runnable task) throws InterruptedException {
        work = thread.submit(task);
        try {
            work.get(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.info("this takes longer, what was there is served meanwhile");
        } catch (ExecutionException e) {
            LOG.error("a bug", e.getCause());
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSING_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("stopped in the middle of {}: what was there before stays", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
