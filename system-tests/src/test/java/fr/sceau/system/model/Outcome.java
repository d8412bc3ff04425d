package fr.sceau.system.model;

/** What a command did by its answer and by the rights of its client. */
enum Outcome {
    DONE,
    /** Nothing of it. */
    REFUSED,
    /** Refused, or the session closed, while rights came or went: some of it may have been done before. */
    PERHAPS
}
