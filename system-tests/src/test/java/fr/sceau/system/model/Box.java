package fr.sceau.system.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A mailbox as the last quiet point left it.
 *
 * @param past what earlier quiet points found, oldest first
 */
record Box(long validity, SortedMap<Long, Message> messages, long uidNext, long highest, List<Checkpoint> past) {
    private static final int KEPT = 12;

    /** What a client knew once: HIGHESTMODSEQ, and the flags by UID. */
    record Checkpoint(long modSeq, Map<Long, Integer> flags) {}

    static Box empty(long validity) {
        return new Box(validity, new TreeMap<>(), 1, 0, List.of());
    }

    Map<Long, Integer> flags() {
        return messages.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .flags()));
    }

    /** The same mailbox at its next quiet point. */
    Box next(SortedMap<Long, Message> now, long nextUid, long nowHighest) {
        List<Checkpoint> more = new ArrayList<>(past);
        more.add(new Checkpoint(highest, flags()));
        List<Checkpoint> kept = more.subList(Math.max(0, more.size() - KEPT), more.size());
        return new Box(validity, now, nextUid, nowHighest, List.copyOf(kept));
    }
}
