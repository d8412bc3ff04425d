package fr.sceau.directory.server.publishing;

import java.time.Instant;
import java.util.Optional;

/**
 * What the journal says of one publication. What was queued and neither accepted nor refused may have reached the registry: an
 * answer can be lost, and we can be killed before it is noted. Used by one thread.
 */
final class Account {
    private Optional<Event> accepted = Optional.empty();
    private Optional<Event> queued = Optional.empty();
    private Optional<Event> refused = Optional.empty();
    private Optional<Event> later = Optional.empty();
    private int failures;

    void take(Event event) {
        switch (event.kind()) {
            case QUEUED -> {
                queued = Optional.of(event);
                again();
            }
            case ACCEPTED -> {
                boolean gone = event.task()
                        .filter(task -> task.operation() == Operation.DELETE)
                        .isPresent();
                accepted = gone ? Optional.empty() : Optional.of(event);
                queued = Optional.empty();
                again();
            }
            case REFUSED -> {
                refused = Optional.of(event);
                queued = failures == 0 ? Optional.empty() : queued; // an earlier try may have been taken
            }
            case LATER -> {
                later = Optional.of(event);
                failures++;
            }
            case RETRY -> again();
            case FORGET -> {
                accepted = Optional.empty();
                queued = Optional.empty();
                again();
            }
            case CONFIRM -> {}
        }
    }

    private void again() {
        refused = Optional.empty();
        later = Optional.empty();
        failures = 0;
    }

    /** As the registry has it. */
    Optional<Publication> published() {
        return accepted.flatMap(Event::task).map(Task::publication);
    }

    Optional<Event> accepted() {
        return accepted;
    }

    /** What the registry may have been asked since it accepted something. */
    Optional<Task> unsettled() {
        return queued.flatMap(Event::task);
    }

    /** When this was first noticed. */
    Optional<Instant> queued(Task task) {
        return queued.filter(event -> event.task().equals(Optional.of(task))).map(Event::at);
    }

    /** What was said to this very request. */
    Optional<Event> refused(Task task) {
        return refused.filter(event -> event.task().equals(Optional.of(task)));
    }

    /** How often it was put off. */
    int failures() {
        return failures;
    }

    /** Why it was put off last. */
    Optional<Event> later() {
        return later;
    }
}
