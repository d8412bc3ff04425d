package fr.sceau.system.model;

/**
 * Faults of the IMAP layer, not of the store: each is excused only in the very exchange that shows it, and counted. The
 * exchanges stand in docs/imap-model.md.
 */
enum Known {
    /** RFC 4314 4: FETCH does not mark without the right s. It does not, but says so. */
    SEEN_TOLD_ALONE
}
