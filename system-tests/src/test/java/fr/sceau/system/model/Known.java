package fr.sceau.system.model;

/**
 * Faults of the IMAP layer, not of the store: each is excused only in the very exchange that shows it, and counted. The
 * exchanges stand in docs/imap-model.md.
 */
enum Known {
    /** RFC 7162 3.2.6: FETCH with VANISHED tells what was expunged. In an empty mailbox it tells nothing. */
    VANISHED_OF_EMPTY
}
