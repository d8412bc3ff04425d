package fr.sceau.agent.batch;

import fr.sceau.agent.AgentException;
import fr.sceau.agent.mail.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Offers every message until it is settled. A server that is away or busy is waited for, longer each time; the loop gives
 * up when nothing at all was settled for as long as the patience lasts.
 */
final class DeliveryLoop {
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final int MOST_DOUBLINGS = 5;

    private final Desk desk;
    private final Duration patience;
    private final CountDownLatch stop;
    private final BatchListener listener;
    private final List<Task> all;

    DeliveryLoop(Desk desk, Duration patience, CountDownLatch stop, BatchListener listener, List<Task> all) {
        this.desk = desk;
        this.patience = patience;
        this.stop = stop;
        this.listener = listener;
        this.all = all;
    }

    void run() throws AgentException, IOException, InterruptedException {
        Deque<Task> waiting = new ArrayDeque<>();
        all.stream().filter(task -> !task.isSettled()).forEach(waiting::add);
        long lastProgress = System.nanoTime();
        int failures = 0;
        while (!waiting.isEmpty() && stop.getCount() > 0) {
            Task task = waiting.removeFirst();
            Optional<Answer.Later> later = desk.attempt(task);
            if (later.isEmpty()) {
                lastProgress = System.nanoTime();
                failures = 0;
                listener.progressed(Summaries.of(all));
                continue;
            }
            if (System.nanoTime() - lastProgress > patience.toNanos()) {
                return;
            }
            putBack(waiting, task, later.get());
            pause(++failures, later.get());
        }
    }

    /** Without a connection the same message is next; one that the server puts off lets the others pass. */
    private static void putBack(Deque<Task> waiting, Task task, Answer.Later later) {
        if (later.disconnected()) {
            waiting.addFirst(task);
        } else {
            waiting.addLast(task);
        }
    }

    private void pause(int failures, Answer.Later later) throws InterruptedException {
        listener.waiting(later.reason());
        long millis = FIRST_PAUSE_MILLIS << Math.min(failures - 1, MOST_DOUBLINGS);
        stop.await(Math.min(millis, LONGEST_PAUSE_MILLIS), TimeUnit.MILLISECONDS);
    }
}
