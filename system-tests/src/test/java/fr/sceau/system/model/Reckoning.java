package fr.sceau.system.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Does what a fresh session reads follow from what was there and from what was done since? */
final class Reckoning {
    private final Map<Long, Box> before;
    private final Burst burst;
    private final Map<Long, Snapshot> after;
    private final Map<Key, Set<Integer>> states = new HashMap<>();
    private final Origins origins;
    private int unsearched;

    Reckoning(Map<Long, Box> before, Burst burst, Map<Long, Snapshot> after) {
        this.before = before;
        this.after = after;
        this.burst = burst;
        this.origins = new Origins(before, burst);
        after.values().forEach(origins::adopt);
        burst.withheld().ifPresent(answer -> {
            throw new Contradiction(answer.command() + " without COPYUID");
        });
    }

    /** Messages with more deeds in one burst than are searched. */
    int unsearched() {
        return unsearched;
    }

    void check(Snapshot now) {
        Box box = before.get(now.validity());
        if (box == null) {
            throw new Contradiction(now.name() + " has a UIDVALIDITY that it never had: " + now.validity());
        }
        Set<Long> uids = new TreeSet<>(box.messages().keySet());
        burst.births().stream()
                .map(Birth::key)
                .filter(key -> key.box() == box.validity())
                .forEach(key -> uids.add(key.uid()));
        now.messages().keySet().stream()
                .filter(uid -> !uids.contains(uid))
                .findFirst()
                .ifPresent(uid -> {
                    throw new Contradiction("message from nowhere: UID " + uid + " in " + now.name());
                });
        for (long uid : uids) {
            message(new Key(box.validity(), uid), now.messages().get(uid), now.name());
        }
        numbers(box, now);
    }

    private void message(Key key, @Nullable Message found, String name) {
        if (!origins.known(key)) {
            unsearched++;
            return;
        }
        List<Deed> deeds = withBirth(key);
        int first = first(key);
        int last = found == null ? Deed.GONE : found.flags();
        if (deeds.size() > Order.MOST) {
            unsearched++;
        } else {
            require(
                    Order.explains(first, deeds, last),
                    "UID " + key.uid() + " of " + name + " was " + Deed.name(first) + ", is " + Deed.name(last)
                            + ", and no order of these explains it: " + deeds);
        }
        if (found != null) {
            require(found.content().equals(content(key)), "content of UID " + key.uid() + " of " + name + " differs");
            require(
                    found.date().equals(date(key)),
                    "INTERNALDATE of UID " + key.uid() + " of " + name + " is " + found.date() + ", was " + date(key));
        }
    }

    private List<Deed> withBirth(Key key) {
        List<Deed> deeds = new ArrayList<>(burst.deeds(key));
        if (before(key) == null) {
            Birth birth = birth(key);
            Set<Integer> with = birth.letter().map(Birth.Letter::flags).orElseGet(() -> ofSources(birth));
            deeds.add(0, new Deed(birth.start(), birth.end(), Deed.Kind.BORN, with, false, birth.who()));
        }
        return deeds;
    }

    private Set<Integer> ofSources(Birth birth) {
        Set<Integer> all = new TreeSet<>();
        birth.sources().forEach(key -> states(key)
                .forEach(state -> birth.kept().forEach(kept -> all.add(state & kept)))); // RFC 4314 4
        return all;
    }

    /** The one of several possible sources that has the same content; the first where the copy is gone again. */
    private Key source(Birth birth) {
        Snapshot box = after.get(birth.key().box());
        Message copy = box == null ? null : box.messages().get(birth.key().uid());
        return birth.sources().stream()
                .filter(key -> copy == null || content(key).equals(copy.content()))
                .findFirst()
                .orElse(birth.sources().get(0));
    }

    /** In which states the message may have been at some moment of the burst: a copy has one of them. */
    private Set<Integer> states(Key key) {
        Set<Integer> known = states.get(key);
        if (known == null) {
            int first = first(key);
            known = Order.states(first, withBirth(key));
            states.put(key, known);
        }
        return known;
    }

    private int first(Key key) {
        Message known = before(key);
        return known == null ? Deed.NOT_YET : known.flags();
    }

    private String content(Key key) {
        Message known = before(key);
        return known != null
                ? known.content()
                : birth(key).letter().map(Birth.Letter::content).orElseGet(() -> content(source(birth(key))));
    }

    private Instant date(Key key) {
        Message known = before(key);
        return known != null
                ? known.date()
                : birth(key).letter().map(Birth.Letter::date).orElseGet(() -> date(source(birth(key))));
    }

    private @Nullable Message before(Key key) {
        Box box = before.get(key.box());
        return box == null ? null : box.messages().get(key.uid());
    }

    private Birth birth(Key key) {
        return burst.birth(key).orElseThrow(() -> new Contradiction("a message that was never there: " + key));
    }

    private static void numbers(Box box, Snapshot now) {
        String name = now.name();
        require(now.uidNext() >= box.uidNext(), "UIDNEXT of " + name + " fell");
        require(now.highest() >= box.highest(), "HIGHESTMODSEQ of " + name + " fell");
        boolean gone = !now.messages().keySet().containsAll(box.messages().keySet());
        require(!gone || now.highest() > box.highest(), "HIGHESTMODSEQ of " + name + " did not grow by an expunge");
        now.messages().forEach((uid, message) -> {
            Message old = box.messages().get(uid);
            require(uid < now.uidNext(), "UID " + uid + " of " + name + " is not below UIDNEXT");
            require(old != null || uid >= box.uidNext(), "UID " + uid + " of " + name + " is not new");
            require(message.modSeq() <= now.highest(), "MODSEQ of " + uid + " above HIGHESTMODSEQ of " + name);
            boolean changed = old == null || old.flags() != message.flags();
            require(
                    !changed || message.modSeq() > box.highest(),
                    "UID " + uid + " of " + name + " changed, its MODSEQ " + message.modSeq() + " did not grow beyond "
                            + box.highest());
        });
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new Contradiction(what);
        }
    }
}
