package fr.sceau.directory.server.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lines of one file that were left out, and why. Safe for many threads. */
public final class Quarantine {
    private static final int KEPT = 10_000;

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private int size;

    /**
     * One line left out.
     *
     * @param number from 1, the header being line 1
     * @param reason a fixed text
     */
    public record Line(long number, String reason) {}

    synchronized void add(long number, String reason) {
        size++;
        reasons.merge(reason, 1, Integer::sum);
        if (lines.size() < KEPT) {
            lines.add(new Line(number, reason));
        }
    }

    /** How many lines were left out. */
    public synchronized int size() {
        return size;
    }

    /** Ten thousand of them at most, in the order of the file. */
    public synchronized List<Line> lines() {
        return lines.stream().sorted(Comparator.comparingLong(Line::number)).toList();
    }

    /** How many for each reason. */
    public synchronized Map<String, Integer> reasons() {
        return Collections.unmodifiableMap(new TreeMap<>(reasons));
    }
}
