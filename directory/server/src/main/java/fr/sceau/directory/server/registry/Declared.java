package fr.sceau.directory.server.registry;

import java.util.Set;

/**
 * What the holder of a mailbox declared of it.
 *
 * @param smime encrypted mail can be opened
 * @param formats of documents; none: nothing is declared
 * @param maxOctets of one message, or 0
 * @param redListed known to those alone who were given the address (liste rouge)
 * @param rank of this one among the mailboxes of its holder, 1 the preferred one, or {@link #NO_RANK}
 * @param responsible who answers for it, in words; told to the registry only
 */
public record Declared(
        boolean smime, Set<String> formats, long maxOctets, boolean redListed, int rank, String responsible) {
    public static final int NO_RANK = 0;

    public static final Declared NOTHING = new Declared(false, Set.of(), 0, false, NO_RANK, "");

    public Declared {
        formats = Set.copyOf(formats);
    }
}
