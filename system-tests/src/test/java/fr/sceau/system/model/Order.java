package fr.sceau.system.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Is there an order of deeds that explains what is seen afterwards? Each deed happens at one moment between its start and
 * its end (linearisability of one message; Wing and Gong's search with a memory of what was tried).
 */
final class Order {
    /** Beyond that many deeds on one message in one burst the search is left out, and counted. */
    static final int MOST = 22;

    private final List<Deed> deeds;
    private final Set<Long> tried = new HashSet<>();
    private final Set<Integer> reached = new HashSet<>();

    private Order(List<Deed> deeds) {
        this.deeds = deeds;
    }

    static boolean explains(int first, List<Deed> deeds, int last) {
        return new Order(deeds).walk(0, first, last);
    }

    /** Every state in which the message may have been at some moment; where the search is left out, all of them. */
    static Set<Integer> states(int first, List<Deed> deeds) {
        Set<Integer> all = new HashSet<>();
        if (deeds.size() > MOST) {
            for (int state = 0; state < 1 << Flag.ALL.size(); state++) {
                all.add(state);
            }
            return all;
        }
        Order order = new Order(deeds);
        order.walk(0, first, Integer.MIN_VALUE); // never found: every order is tried
        order.reached.stream().filter(state -> state >= 0).forEach(all::add);
        return all;
    }

    private boolean walk(int done, int state, int last) {
        if (!tried.add((long) done << 32 | state & 0xffffffffL)) {
            return false;
        }
        reached.add(state);
        if (done == (1 << deeds.size()) - 1) {
            return state == last;
        }
        for (int i = 0; i < deeds.size(); i++) {
            if (mayComeNext(i, done) && anyAfter(done | 1 << i, deeds.get(i).after(state), last)) {
                return true;
            }
        }
        return false;
    }

    private boolean anyAfter(int done, Set<Integer> states, int last) {
        for (int state : states) {
            if (walk(done, state, last)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayComeNext(int candidate, int done) {
        if ((done & 1 << candidate) != 0) {
            return false;
        }
        for (int i = 0; i < deeds.size(); i++) {
            if (i != candidate && (done & 1 << i) == 0 && deeds.get(i).before(deeds.get(candidate))) {
                return false;
            }
        }
        return true;
    }
}
