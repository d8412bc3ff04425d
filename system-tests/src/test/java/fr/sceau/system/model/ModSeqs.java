package fr.sceau.system.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * STORE (UNCHANGEDSINCE) looks and changes in one (RFC 7162 3.1.3): a message that it took from that modseq or an older one
 * to its new one never had another between. Safe for several threads.
 */
final class ModSeqs {
    private final Map<Key, TreeSet<Long>> seen = new HashMap<>();
    private final Map<Key, List<Leap>> leaps = new HashMap<>();

    private record Leap(long since, long to, String command) {
        boolean over(long modSeq) {
            return since < modSeq && modSeq < to;
        }
    }

    /** Some answer told this modseq of the message. */
    synchronized void saw(Key message, long modSeq) {
        seen.computeIfAbsent(message, key -> new TreeSet<>()).add(modSeq);
        leaps.getOrDefault(message, List.of()).forEach(leap -> check(message, leap, modSeq));
    }

    synchronized void leapt(Key message, long since, long to, String command) {
        Leap leap = new Leap(since, to, command);
        leaps.computeIfAbsent(message, key -> new ArrayList<>()).add(leap);
        seen.getOrDefault(message, new TreeSet<>()).forEach(modSeq -> check(message, leap, modSeq));
    }

    private static void check(Key message, Leap leap, long modSeq) {
        if (leap.over(modSeq)) {
            throw new Contradiction(leap.command() + " took UID " + message.uid() + " to " + leap.to() + ", but it had "
                    + modSeq + " meanwhile");
        }
    }
}
