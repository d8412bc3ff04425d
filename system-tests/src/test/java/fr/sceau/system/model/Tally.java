package fr.sceau.system.model;

import java.util.EnumMap;
import java.util.Map;

/** How often the colleague might, and how often not. Safe for several threads. */
final class Tally {
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private int closed;

    synchronized void note(Outcome outcome, boolean hungUp) {
        outcomes.merge(outcome, 1, Integer::sum);
        closed += hungUp ? 1 : 0;
    }

    @Override
    public synchronized String toString() {
        return String.format(
                "%d faites, %d refusées, %d entre deux droits, %d sessions closes",
                outcomes.getOrDefault(Outcome.DONE, 0),
                outcomes.getOrDefault(Outcome.REFUSED, 0),
                outcomes.getOrDefault(Outcome.PERHAPS, 0),
                closed);
    }
}
