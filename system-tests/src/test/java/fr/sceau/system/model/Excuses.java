package fr.sceau.system.model;

import java.util.EnumMap;
import java.util.Map;

/** How often each known fault of James was met. Safe for several threads. */
final class Excuses {
    private final Map<Known, Integer> met = new EnumMap<>(Known.class);

    synchronized void note(Known fault) {
        met.merge(fault, 1, Integer::sum);
    }

    /** Whether it is the refusal of a known fault. */
    boolean excused(Exchange exchange) {
        for (Known fault : Known.values()) {
            if (fault.explains(exchange)) {
                note(fault);
                return true;
            }
        }
        return false;
    }

    /** A command that has to succeed, but for a known fault. */
    Exchange must(Exchange exchange) {
        return excused(exchange) ? exchange : exchange.must();
    }

    @Override
    public synchronized String toString() {
        return met.toString();
    }
}
