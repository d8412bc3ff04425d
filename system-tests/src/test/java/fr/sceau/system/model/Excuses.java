package fr.sceau.system.model;

import java.util.EnumMap;
import java.util.Map;

/** How often each known fault was met. Safe for several threads. */
final class Excuses {
    private final Map<Known, Integer> met = new EnumMap<>(Known.class);

    synchronized void note(Known fault) {
        met.merge(fault, 1, Integer::sum);
    }

    @Override
    public synchronized String toString() {
        return met.toString();
    }
}
