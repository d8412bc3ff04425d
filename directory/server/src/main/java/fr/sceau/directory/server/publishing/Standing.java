package fr.sceau.directory.server.publishing;

import java.time.Instant;
import java.util.Optional;

/**
 * Where one publication stands.
 *
 * @param operation what is to be asked
 * @param since when it was noticed, accepted or refused
 * @param failures how often it was put off
 * @param reason for the operator, in French; or empty
 */
public record Standing(
        String address,
        State state,
        Optional<Operation> operation,
        Optional<Instant> since,
        int failures,
        String reason) {

    /** How far it is. */
    public enum State {
        PUBLISHED(false),
        WAITING(false),
        /** On the red list, and gone from the registry as far as we know. */
        RED_LISTED(false),
        REFUSED(true),
        /** A rule forbids it. */
        UNPUBLISHABLE(true),
        /** A deletion that may be a mistake. */
        HELD(true);

        private final boolean forOperator;

        State(boolean forOperator) {
            this.forOperator = forOperator;
        }

        /** Whether it stays so until the operator does something. */
        public boolean isForOperator() {
            return forOperator;
        }
    }

    static Standing red(String address) {
        return new Standing(address, State.RED_LISTED, Optional.empty(), Optional.empty(), 0, "");
    }

    static Standing unpublishable(String address, String reason) {
        return new Standing(address, State.UNPUBLISHABLE, Optional.empty(), Optional.empty(), 0, reason);
    }

    static Standing published(Event accepted) {
        return new Standing(
                accepted.address(),
                State.PUBLISHED,
                Optional.empty(),
                Optional.of(accepted.at()),
                0,
                accepted.detail());
    }

    static Standing held(Task task, Account account, String reason) {
        return of(task, State.HELD, account.queued(task), 0, reason);
    }

    static Standing waiting(Task task, Account account) {
        String reason = account.later().map(Event::reason).orElse("");
        return of(task, State.WAITING, account.queued(task), account.failures(), reason);
    }

    static Standing refused(Task task, Event refused) {
        return of(task, State.REFUSED, Optional.of(refused.at()), 0, refused.reason());
    }

    private static Standing of(Task task, State state, Optional<Instant> since, int failures, String reason) {
        return new Standing(
                task.publication().address(), state, Optional.of(task.operation()), since, failures, reason);
    }
}
