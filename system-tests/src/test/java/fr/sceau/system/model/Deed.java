package fr.sceau.system.model;

import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody did to one message, or saw of it, at some moment between start and end. The state of a message is its
 * flags, or {@link #GONE}, or {@link #NOT_YET}.
 *
 * @param flags of the act; where it is open which, every set of bits that it may have been; for {@link Kind#BORN} every state
 *     with which the message may have come
 * @param perhaps whether it is open if it was done at all
 */
record Deed(long start, long end, Kind kind, Set<Integer> flags, boolean perhaps, String who) {
    private static final int NAMED = 8;
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
        /** FLAGS in an answer, or found or not by SEARCH: it had one of these states, or was gone. */
        SEEN
    }

    static Deed of(Exchange exchange, Kind kind, Set<Integer> flags, String who) {
        return new Deed(exchange.start(), exchange.end(), kind, flags, false, who);
    }

    static Deed of(Exchange exchange, Kind kind, int flags, String who) {
        return of(exchange, kind, Set.of(flags), who);
    }

    Deed when(Outcome outcome) {
        return new Deed(start, end, kind, flags, outcome == Outcome.PERHAPS, who);
    }

    boolean takesAway() {
        return kind == Kind.EXPUNGE || kind == Kind.MOVED;
    }

    boolean before(Deed other) {
        return end < other.start;
    }

    /** In which states the message may be afterwards; none when the deed cannot have happened in that state. */
    Set<Integer> after(int state) {
        if (kind == Kind.SEEN) {
            return flags.contains(state) || state == GONE ? Set.of(state) : Set.of();
        }
        Set<Integer> states = new TreeSet<>();
        if (perhaps) {
            states.add(state);
        }
        for (int bits : flags) {
            done(state, bits).ifPresent(states::add);
        }
        return states;
    }

    private OptionalInt done(int state, int bits) {
        return switch (kind) {
            case BORN -> state == NOT_YET ? OptionalInt.of(bits) : OptionalInt.empty();
            case ADD -> OptionalInt.of(state < 0 ? state : state | bits);
            case REMOVE -> OptionalInt.of(state < 0 ? state : state & ~bits);
            case REPLACE -> OptionalInt.of(state < 0 ? state : bits);
            case EXPUNGE -> OptionalInt.of(state >= 0 && (state & Flag.DELETED) != 0 ? GONE : state);
            case MOVED -> state >= 0 ? OptionalInt.of(GONE) : OptionalInt.empty();
            case SEEN -> throw new IllegalStateException("changes nothing");
        };
    }

    @Override
    public String toString() {
        Set<String> names = new TreeSet<>();
        flags.stream().limit(NAMED).forEach(bits -> names.add(name(bits)));
        if (flags.size() > NAMED) {
            names.add("… " + flags.size() + " states");
        }
        return (perhaps ? "perhaps " : "") + kind
                + (kind.compareTo(Kind.EXPUNGE) >= 0 && kind != Kind.SEEN ? "" : names.toString()) + " by " + who;
    }

    static String name(int state) {
        return state == GONE ? "gone" : state == NOT_YET ? "not yet there" : Flag.format(state);
    }
}
