package fr.sceau.agent.batch;

import java.util.List;
import java.util.function.Predicate;

/** Counts tasks. */
final class Summaries {
    private Summaries() {}

    static BatchSummary of(List<Task> tasks) {
        return new BatchSummary(
                tasks.size(),
                count(tasks, Task::isAccepted),
                count(tasks, Task::isRefused),
                count(tasks, task -> task.isAccepted() && task.isEncrypted()),
                count(tasks, task -> task.isAccepted() && task.hasReceipt()));
    }

    private static int count(List<Task> tasks, Predicate<Task> which) {
        return (int) tasks.stream().filter(which).count();
    }
}
