package fr.sceau.mailets.trace;

import java.util.Locale;

/** What can happen to a message. */
public enum Event {
    /** Accepted from another operator. */
    RECEIVED,
    /** Accepted from a login. */
    SUBMITTED,
    /** Not accepted; {@code code} says why. */
    REFUSED,
    /** In a local mailbox. */
    DELIVERED,
    /** Kept for a local mailbox that is full. */
    DELAYED,
    /** Taken over by another operator. */
    SENT,
    /** Given back to its sender: the other operator did not take it. */
    RETURNED,
    /** Put aside for the operator after too many failures. */
    PARKED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
