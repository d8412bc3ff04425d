package fr.sceau.mailets.trace;

import java.util.Locale;

/** What can happen to a message, and what people do in a box that is not their own. */
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
    /** A verdict that waited is known: for each place where the message is. */
    SETTLED,
    /** Put aside for the operator after too many failures. */
    PARKED,
    /** Put to work again by the operator. */
    RETRIED,
    /** Given up by the operator: it will not be delivered. */
    CANCELLED,
    /** Messages of somebody else's box read: their body or a part of it. */
    OPENED,
    /** Flags of messages in somebody else's box changed. */
    FLAGGED,
    /** A message put into somebody else's box. */
    ADDED,
    /** Messages copied out of, into or inside somebody else's box. */
    COPIED,
    /** Messages moved out of, into or inside somebody else's box. */
    MOVED,
    /** Messages of somebody else's box deleted for good. */
    EXPUNGED,
    FOLDER_CREATED,
    FOLDER_RENAMED,
    FOLDER_DELETED,
    /** The rights on a folder changed by its owner's mail program. */
    RIGHTS_CHANGED,
    /** The operator gave a person rights on a box. */
    SHARED,
    /** The operator took a person's rights on a box away. */
    UNSHARED,
    /** The operator copied all mail of a box into a file. */
    EXPORTED,
    /** The operator put mail of a file into a box. */
    IMPORTED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
