package fr.sceau.store.queue;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many mails of a queue are being worked on, by destination. A destination gets another one only while it has fewer
 * than there are free places: alone it takes half of them, a second one half of what is left, and so on. However slow a
 * destination is, the next one finds a place at once; and they take turns, so that a flooded one is no reason to wait.
 * Thread-safe.
 */
final class Shares {
    private static final int REMEMBERED = 100;

    private final Map<String, Integer> inWork = new HashMap<>();
    /** The destinations served last, the latest at the end. */
    private final LinkedHashSet<String> served = new LinkedHashSet<>();

    private int places;
    private int all;
    private boolean turnedAway;

    Shares(int places) {
        this.places = places;
    }

    synchronized void places(int number) {
        places = number;
    }

    /** The destinations that may have no more now; none at all when every place is taken. */
    synchronized Optional<List<String>> closed() {
        int free = places - all;
        List<String> closed = inWork.entrySet().stream()
                .filter(entry -> entry.getValue() >= free)
                .map(Map.Entry::getKey)
                .toList();
        turnedAway |= free <= 0 || !closed.isEmpty();
        return free <= 0 ? Optional.empty() : Optional.of(closed);
    }

    /** The destinations whose turn comes last, those served the longest time ago first. */
    synchronized List<String> served() {
        return List.copyOf(served);
    }

    synchronized void took(String destination) {
        served.remove(destination);
        served.add(destination);
        if (served.size() > REMEMBERED) {
            served.remove(served.iterator().next());
        }
        inWork.merge(destination, 1, Integer::sum);
        all++;
    }

    /** Whether anybody was told since the last time that something is closed: a place is news to him only. */
    synchronized boolean gaveBack(String destination) {
        inWork.computeIfPresent(destination, (name, count) -> count > 1 ? count - 1 : null);
        all--;
        boolean news = turnedAway;
        turnedAway = false;
        return news;
    }
}
