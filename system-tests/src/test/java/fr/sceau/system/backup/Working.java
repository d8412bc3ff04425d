package fr.sceau.system.backup;

import fr.sceau.system.installation.Await;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Does one thing after the other until it is told to stop, and remembers what the server has acknowledged. */
public final class Working implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable IOException failure;

    /** One step; gives what was acknowledged. */
    public interface Step extends Closeable {
        String next() throws IOException;
    }

    public Working(Step step) {
        thread = new Thread(() -> work(step), "working");
        thread.start();
    }

    /** Everything that was acknowledged so far. */
    public List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** Waits for that many. */
    public void await(int count) throws IOException {
        Await.until(count + " steps", PATIENCE, () -> acknowledged.size() >= count || failure != null);
        check();
    }

    /** Ends after the step that is being done; fails where a step failed. */
    @Override
    public void close() throws IOException {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        check();
    }

    private void work(Step step) {
        try (step) {
            while (!stopping) {
                acknowledged.add(step.next());
            }
        } catch (IOException e) {
            failure = e;
        }
    }

    private void check() throws IOException {
        IOException failed = failure;
        if (failed != null) {
            throw new IOException("a step failed", failed);
        }
    }
}
