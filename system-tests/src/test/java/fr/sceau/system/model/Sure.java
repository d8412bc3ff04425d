package fr.sceau.system.model;

import java.util.stream.Stream;

/** Whether something held all the time, never, or perhaps at some moment. */
enum Sure {
    YES,
    NO,
    PERHAPS;

    Sure and(Sure other) {
        return this == NO || other == NO ? NO : this == YES ? other : PERHAPS;
    }

    Sure or(Sure other) {
        return this == YES || other == YES ? YES : this == NO ? other : PERHAPS;
    }

    /** Of what was done where that held. */
    Outcome outcome() {
        return this == YES ? Outcome.DONE : this == NO ? Outcome.REFUSED : Outcome.PERHAPS;
    }

    static Sure all(Stream<Sure> each) {
        return each.reduce(YES, Sure::and);
    }

    static Sure any(Stream<Sure> each) {
        return each.reduce(NO, Sure::or);
    }
}
