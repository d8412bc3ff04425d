package fr.sceau.directory.server.registry;

/** What is asked of the numbers of persons. */
public enum NumberCheck {
    /** An impossible number puts its line aside. */
    STRICT,
    /** They are taken as they are written: for files of trials, whose numbers are invented. */
    AS_WRITTEN
}
