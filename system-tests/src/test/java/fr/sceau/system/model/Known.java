package fr.sceau.system.model;

/**
 * Faults of the IMAP layer, not of the store: each is excused only in the very exchange that shows it, and counted. The
 * exchanges stand in docs/imap-model.md.
 */
enum Known {
    /** RFC 7162 3.1.3: MODIFIED SET. James: MODIFIED 0 SET. */
    ZERO_AFTER_MODIFIED,

    /** RFC 7162 3.1.3: STORE answers with MODSEQ. James: without, for a message that was expunged meanwhile. */
    STORE_WITHOUT_MODSEQ,

    /** RFC 4314 4: FETCH does not mark without the right s. It does not, but says so. */
    SEEN_TOLD_ALONE
}
