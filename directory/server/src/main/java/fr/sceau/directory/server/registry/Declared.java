package fr.sceau.directory.server.registry;

import java.util.Set;

/**
 * What the holder of a mailbox declared that it takes.
 *
 * @param smime encrypted mail can be opened
 * @param formats of documents; none: nothing is declared
 * @param maxOctets of one message, or 0
 */
public record Declared(boolean smime, Set<String> formats, long maxOctets) {
    public static final Declared NOTHING = new Declared(false, Set.of(), 0);

    public Declared {
        formats = Set.copyOf(formats);
    }
}
