package fr.sceau.system.model;

import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody did to one message, or saw of it, at some moment between start and end. The state of a message is its
 * flags, or {@link #GONE}, or {@link #NOT_YET}.
 *
 * @param flags of the act; for {@link Kind#BORN} every state with which the message may have come
 */
record Deed(long start, long end, Kind kind, Set<Integer> flags, String who) {
    static final int GONE = -1;
    static final int NOT_YET = -2;

    enum Kind {
        BORN,
        ADD,
        REMOVE,
        REPLACE,
        /** EXPUNGE: gone if it bears \Deleted. */
        EXPUNGE,
        /** MOVE that said so: was there, is gone. */
        MOVED,
        /** MOVE of a set of which some were gone already. */
        PERHAPS_MOVED,
        /** FLAGS in an answer. */
        SEEN
    }

    static Deed of(Exchange exchange, Kind kind, int flags, String who) {
        return new Deed(exchange.start(), exchange.end(), kind, Set.of(flags), who);
    }

    boolean before(Deed other) {
        return end < other.start;
    }

    /** In which states the message may be afterwards; none when the deed cannot have happened in that state. */
    Set<Integer> after(int state) {
        int bits = flags.iterator().next();
        return switch (kind) {
            case BORN -> state == NOT_YET ? flags : Set.of();
            case ADD -> Set.of(state < 0 ? state : state | bits);
            case REMOVE -> Set.of(state < 0 ? state : state & ~bits);
            case REPLACE -> Set.of(state < 0 ? state : bits);
            case EXPUNGE -> Set.of(state >= 0 && (state & Flag.DELETED) != 0 ? GONE : state);
            case MOVED -> state >= 0 ? Set.of(GONE) : Set.of();
            case PERHAPS_MOVED -> state >= 0 ? Set.of(GONE, state) : Set.of(state);
            case SEEN -> state == bits || state == GONE ? Set.of(state) : Set.of();
        };
    }

    @Override
    public String toString() {
        Set<String> names = new TreeSet<>();
        flags.forEach(bits -> names.add(name(bits)));
        return kind + (kind.compareTo(Kind.EXPUNGE) >= 0 && kind != Kind.SEEN ? "" : names.toString()) + " by " + who;
    }

    static String name(int state) {
        return state == GONE ? "gone" : state == NOT_YET ? "not yet there" : Flag.format(state);
    }
}
