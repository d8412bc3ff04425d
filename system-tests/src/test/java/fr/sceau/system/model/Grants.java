package fr.sceau.system.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the colleague may do in each mailbox at each moment, as far as one can know. Safe for several threads. */
final class Grants {
    private static final long RUNNING = Long.MAX_VALUE;

    private final Map<Long, List<Change>> changes = new HashMap<>();

    /** SETACL or DELETEACL: the rights are these from some moment between start and end on. */
    record Change(long start, long end, String rights) {}

    /** Before the command is sent. */
    synchronized Change begins(long box, String rights) {
        Change change = new Change(System.nanoTime(), RUNNING, rights);
        of(box).add(change);
        return change;
    }

    /** Its OK is here. */
    synchronized void ended(long box, Change change) {
        List<Change> all = of(box);
        all.set(all.indexOf(change), new Change(change.start(), System.nanoTime(), change.rights()));
    }

    /** A quiet point read these. */
    synchronized void found(long box, String rights) {
        List<Change> all = of(box);
        all.clear();
        long now = System.nanoTime();
        all.add(new Change(now, now, rights));
    }

    /** All that the rights may have been at some moment of that time. */
    synchronized List<String> between(long box, long start, long end) {
        List<Change> all = changes.getOrDefault(box, List.of());
        List<String> possible = new ArrayList<>();
        if (all.stream().noneMatch(change -> change.end() < start)) {
            possible.add("");
        }
        for (Change change : all) {
            boolean overwritten = all.stream().anyMatch(later -> change.end() < later.start() && later.end() < start);
            if (change.start() <= end && !overwritten) {
                possible.add(change.rights());
            }
        }
        return possible;
    }

    /** Was the need met all that time? */
    Sure met(Need need, long start, long end) {
        List<String> possible = between(need.box(), start, end);
        Sure all = Sure.all(letters(need.all(), possible));
        return need.one().isEmpty() ? all : all.and(Sure.any(letters(need.one(), possible)));
    }

    /** Letter by letter: the server may look at one before a change and at the next after it. */
    private static Stream<Sure> letters(String wanted, List<String> possible) {
        return wanted.chars().mapToObj(letter -> {
            long having = possible.stream()
                    .filter(rights -> rights.indexOf(letter) >= 0)
                    .count();
            return having == 0 ? Sure.NO : having == possible.size() ? Sure.YES : Sure.PERHAPS;
        });
    }

    private List<Change> of(long box) {
        return changes.computeIfAbsent(box, key -> new ArrayList<>());
    }
}
