package fr.sceau.system.model;

import java.util.HashMap;
import java.util.Map;

/** Numbers that may only grow: what a command says must not be below what an answer said before it was sent. */
final class Floors {
    private final Map<Floor, Long> reached = new HashMap<>();

    enum Kind {
        UIDNEXT,
        HIGHESTMODSEQ
    }

    private record Floor(Kind kind, long box) {}

    /** What every answer so far allows; asked before a command is sent. */
    synchronized Map<Long, Long> of(Kind kind) {
        Map<Long, Long> floors = new HashMap<>();
        reached.forEach((floor, value) -> {
            if (floor.kind() == kind) {
                floors.put(floor.box(), value);
            }
        });
        return floors;
    }

    /** An answer to a command before which the floors were {@code before}. */
    synchronized void check(Kind kind, long box, long said, Map<Long, Long> before, String where) {
        if (said < before.getOrDefault(box, 0L)) {
            throw new Contradiction(
                    kind + " of " + box + " was " + before.get(box) + " before it was " + said + " in " + where);
        }
        reached.merge(new Floor(kind, box), said, Math::max);
    }
}
