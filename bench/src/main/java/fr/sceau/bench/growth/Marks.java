package fr.sceau.bench.growth;

import java.util.HashSet;
import java.util.Set;

/**
 * Which messages of a mailbox carry a flag now. Whoever sets a flag that is there already has nothing to write: in a small box
 * that would soon be every STORE, which would make it look cheap.
 */
final class Marks {
    private final Set<Long> flagged = new HashSet<>();
    private final Set<Long> turned = new HashSet<>();

    /** The item of a STORE that changes {@code \Flagged} of a message. */
    String flagged(long uid) {
        return item(turn(flagged, uid), "\\Flagged");
    }

    /** The item of a STORE that changes {@code \Seen} of a message that {@link Loader} made. */
    String seen(long uid) {
        return item(turn(turned, uid) != Loader.isSeen(uid), "\\Seen");
    }

    private static boolean turn(Set<Long> set, long uid) {
        return set.add(uid) || !set.remove(uid);
    }

    private static String item(boolean set, String flag) {
        return (set ? "+" : "-") + "FLAGS (" + flag + ")";
    }
}
