package fr.sceau.directory.server.registry;

import java.util.Set;

/**
 * What the holder of a mailbox declared of it.
 *
 * @param smime encrypted mail can be opened
 * @param formats of documents; none: nothing is declared
 * @param maxOctets of one message, or 0
 * @param redListed known to those alone who were given the address (liste rouge)
 */
public record Declared(boolean smime, Set<String> formats, long maxOctets, boolean redListed) {
    public static final Declared NOTHING = new Declared(false, Set.of(), 0, false);

    public Declared {
        formats = Set.copyOf(formats);
    }
}
