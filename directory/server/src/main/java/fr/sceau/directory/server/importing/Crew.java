package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Threads that do pieces of work at the same time; what fails in one of them is told to who gives the work. Used by one thread. */
final class Crew implements AutoCloseable {
    private static final int AHEAD = 2; // pieces for each thread: one is done, one waits, so that none is idle

    private final ExecutorService threads;
    private final int most;
    private final Queue<Future<?>> given = new ArrayDeque<>();

    /** One piece of work. */
    interface Piece {
        void run() throws IOException, RefusedFileException;
    }

    Crew(int size) {
        this.most = size * AHEAD;
        this.threads = Executors.newFixedThreadPool(size, run -> {
            Thread thread = new Thread(run, "import");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Waits while there is too much to do. */
    void give(Piece piece) throws IOException, RefusedFileException {
        if (given.size() == most) {
            end(given.remove());
        }
        given.add(threads.submit(() -> {
            piece.run();
            return true;
        }));
    }

    /** Waits until all that was given is done. */
    void finish() throws IOException, RefusedFileException {
        while (!given.isEmpty()) {
            end(given.remove());
        }
    }

    private static void end(Future<?> piece) throws IOException, RefusedFileException {
        try {
            piece.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RefusedFileException refused) {
                throw refused;
            }
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            if (e.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            throw new IllegalStateException("a piece of the import failed: " + e.getCause(), e); // no memory, say
        }
    }

    /** What has begun is ended, what waits is not begun: nobody writes any more afterwards. */
    @Override
    public void close() {
        given.forEach(piece -> piece.cancel(false));
        threads.shutdown();
        boolean interrupted = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
