package fr.sceau.system.model;

import java.util.Set;

/** A mailbox as a client has it open: EXAMINE gives nothing but reading (RFC 3501 6.3.2). */
record Opened(long box, boolean readOnly, Standing standing) {
    /** While that answer was under way. */
    Sure may(Need need, Exchange answer) {
        return readOnly && need.box() == box && need.changes()
                ? Sure.NO
                : standing.may(need, answer.start(), answer.end());
    }

    /** Which of the flags a command may have set in it, as sets of bits. */
    Set<Integer> permitted(int flags, Exchange answer) {
        return readOnly ? Set.of(0) : standing.permitted(box, flags, answer);
    }
}
