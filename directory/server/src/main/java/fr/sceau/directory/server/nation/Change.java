package fr.sceau.directory.server.nation;

import fr.sceau.directory.server.nation.Draw.Purpose;

/** The one thing that happens to each person within half a year: as many a day, and of the kinds, as in the real registry. */
record Change(int day, Kind kind) {
    private static final int PERIOD = 170;

    /** What happens. */
    enum Kind {
        ARRIVES,
        LEAVES,
        MOVES,
        CALLS, // another telephone number
        GETS_RPPS // of those who have an ADELI number only
    }

    static Change of(Draw nation, long person) {
        Draw draw = nation.about(Purpose.CHANGE, person);
        return new Change(1 + draw.below(0, PERIOD), kind(draw.unit(1)));
    }

    private static Kind kind(double unit) {
        if (unit < 0.06) {
            return unit < 0.03 ? Kind.ARRIVES : Kind.LEAVES;
        }
        if (unit < 0.16) {
            return Kind.GETS_RPPS;
        }
        return unit < 0.5 ? Kind.MOVES : Kind.CALLS;
    }

    boolean happened(Kind what, int today) {
        return kind == what && day <= today;
    }

    boolean isThere(int today) {
        return kind == Kind.ARRIVES ? day <= today : kind != Kind.LEAVES || today < day;
    }
}
