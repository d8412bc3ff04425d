package fr.sceau.server.selection;

import java.util.Collection;
import java.util.TreeSet;
import javax.mail.Flags;

/** The keywords of a mailbox that a client has been told in FLAGS, and whether others have come since. */
final class Keywords {
    private final TreeSet<String> known;
    private boolean grown;

    Keywords(Collection<String> known) {
        this.known = new TreeSet<>(known);
    }

    synchronized void meet(Collection<String> keywords) {
        grown |= known.addAll(keywords);
    }

    synchronized boolean grown() {
        return grown;
    }

    synchronized void told() {
        grown = false;
    }

    /** System flags and keywords, without \Recent, which no client can set. */
    synchronized Flags all() {
        Flags flags = new Flags();
        flags.add(Flags.Flag.ANSWERED);
        flags.add(Flags.Flag.DELETED);
        flags.add(Flags.Flag.DRAFT);
        flags.add(Flags.Flag.FLAGGED);
        flags.add(Flags.Flag.SEEN);
        known.forEach(flags::add);
        return flags;
    }
}
