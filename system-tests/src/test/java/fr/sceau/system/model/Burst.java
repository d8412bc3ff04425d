package fr.sceau.system.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that was done between two quiet points. Safe for several threads. */
final class Burst {
    private final Map<Key, List<Deed>> deeds = new HashMap<>();
    private final Map<Long, List<Deed>> expunges = new HashMap<>();
    private final Map<Key, Birth> births = new HashMap<>();
    private final List<Birth> perhaps = new ArrayList<>();
    private final ModSeqs modSeqs = new ModSeqs();
    private final List<Unsaid> unsaid = new ArrayList<>();

    ModSeqs modSeqs() {
        return modSeqs;
    }

    synchronized void did(Key message, Deed deed) {
        deeds.computeIfAbsent(message, key -> new ArrayList<>()).add(deed);
    }

    /** EXPUNGE meets every message of the mailbox, also those that its client never heard of. */
    synchronized void expunged(long box, Deed deed) {
        expunges.computeIfAbsent(box, key -> new ArrayList<>()).add(deed);
    }

    synchronized void born(Birth birth) {
        Birth other = births.putIfAbsent(birth.key(), birth);
        if (other != null) {
            throw new Contradiction(
                    "UID given out twice: " + birth.key() + " to " + other.who() + " and " + birth.who());
        }
    }

    /** A message that may have come, by a command that was refused while rights changed; nobody told its UID. */
    synchronized void perhapsBorn(Birth birth) {
        perhaps.add(birth);
    }

    /** Messages that a COPY or MOVE under OK did not name: they were gone before. */
    synchronized void unsaid(Exchange answer, List<Key> sources, String who) {
        unsaid.add(new Unsaid(answer, sources, who));
    }

    /** Such an answer, where nobody else can have taken one of them away. */
    synchronized Optional<Exchange> withheld() {
        return unsaid.stream()
                .filter(one -> one.sources().stream().anyMatch(key -> deeds(key).stream()
                        .noneMatch(deed -> deed.takesAway() && !deed.who().equals(one.who()))))
                .map(Unsaid::answer)
                .findFirst();
    }

    private record Unsaid(Exchange answer, List<Key> sources, String who) {}

    synchronized List<Birth> perhaps() {
        return List.copyOf(perhaps);
    }

    /** It did come. */
    synchronized void found(Birth birth, Key key) {
        perhaps.remove(birth);
        born(birth.at(key));
    }

    synchronized Optional<Birth> birth(Key message) {
        return Optional.ofNullable(births.get(message));
    }

    synchronized Collection<Birth> births() {
        return List.copyOf(births.values());
    }

    /** What happened to one message, its birth left out. */
    synchronized List<Deed> deeds(Key message) {
        List<Deed> all = new ArrayList<>(deeds.getOrDefault(message, List.of()));
        all.addAll(expunges.getOrDefault(message.box(), List.of()));
        return all;
    }

    synchronized boolean touched(long box) {
        return deeds.keySet().stream().anyMatch(key -> key.box() == box)
                || births.keySet().stream().anyMatch(key -> key.box() == box)
                || expunges.containsKey(box);
    }
}
