package fr.sceau.system.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the server promised, and what readers saw. Safe for several threads. */
final class Ledger {
    private final Map<String, Set<String>> promised = new HashMap<>();
    private final Map<Copy, Set<Long>> seen = new HashMap<>();
    private final Map<Place, String> places = new HashMap<>();
    private final Map<Place, String> kept = new HashMap<>();
    private final Map<Place, String> flagged = new HashMap<>();
    private final Set<Place> mayBeGone = new HashSet<>();
    private final Map<String, Integer> answers = new TreeMap<>();
    private final List<String> reused = new ArrayList<>();
    private int refusals;

    /** One message to one mailbox. */
    record Copy(String mailbox, String id) {}

    /** One UID of one mailbox. */
    record Place(String mailbox, long uid) {}

    /** 250 after the last dot. */
    synchronized void accepted(String id, Set<String> mailboxes) {
        promised.put(id, Set.copyOf(mailboxes));
        answers.merge("250", 1, Integer::sum);
    }

    /** How many mails were not accepted in all. */
    synchronized int refusals() {
        return refusals;
    }

    /** Anything else: a code, or what became of the connection. */
    synchronized void answer(String what) {
        refusals++;
        answers.merge(what, 1, Integer::sum);
    }

    /** A reader found that message under that UID. */
    synchronized void found(String mailbox, long uid, String id) {
        String before = places.putIfAbsent(new Place(mailbox, uid), id);
        if (before != null && !before.equals(id)) {
            reused.add(mailbox + " " + uid);
        }
        seen.computeIfAbsent(new Copy(mailbox, id), copy -> new HashSet<>()).add(uid);
    }

    /** OK to an APPEND. */
    synchronized void deposited(String mailbox, long uid, String id) {
        kept.put(new Place(mailbox, uid), id);
        found(mailbox, uid, id);
    }

    /** OK to a STORE of \Flagged. */
    synchronized void flagged(String mailbox, long uid, String id) {
        flagged.put(new Place(mailbox, uid), id);
    }

    /** A reader is about to delete it: from now on it may be there or not. */
    synchronized void deleting(String mailbox, long uid) {
        mayBeGone.add(new Place(mailbox, uid));
    }

    synchronized boolean known(String mailbox, long uid) {
        return places.containsKey(new Place(mailbox, uid));
    }

    synchronized int count() {
        return promised.size();
    }

    /** Accepted, and no reader ever saw it. */
    synchronized List<Copy> missing() {
        List<Copy> missing = new ArrayList<>();
        promised.forEach((id, mailboxes) -> mailboxes.stream()
                .map(mailbox -> new Copy(mailbox, id))
                .filter(copy -> !seen.containsKey(copy))
                .forEach(missing::add));
        return missing;
    }

    /** Copies beyond the first that readers saw, those already deleted included. */
    synchronized int duplicates() {
        return seen.values().stream().mapToInt(uids -> uids.size() - 1).sum();
    }

    synchronized int reusedUids() {
        return reused.size();
    }

    /** What must be there: every place not deleted, and whether it must bear \Flagged. */
    synchronized Map<Place, Boolean> standing(String mailbox) {
        Map<Place, Boolean> standing = new HashMap<>();
        places.keySet().stream()
                .filter(place -> place.mailbox().equals(mailbox) && !mayBeGone.contains(place))
                .forEach(place -> standing.put(place, flagged.containsKey(place)));
        return standing;
    }

    synchronized int deposits() {
        return kept.size();
    }

    /** What clients heard since the last call, as « 250 × 40, 451 × 3 ». */
    synchronized Map<String, Integer> answersSinceLast() {
        Map<String, Integer> since = new TreeMap<>(answers);
        answers.clear();
        return since;
    }
}
