package fr.sceau.directory.server.index;

/**
 * The lines that an entry was made of.
 *
 * @param group a hash of what tells which lines belong together
 * @param lines a hash of those lines; 0 when they are not known, as with an entry that is missing
 */
public record Origin(long group, long lines) {
    /** Entries of it are made anew each time. */
    public static final Origin NONE = new Origin(0, 0);
}
