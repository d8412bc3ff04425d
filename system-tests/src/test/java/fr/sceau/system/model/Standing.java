package fr.sceau.system.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Owner or colleague: by which names a client knows the mailboxes, and what it may do there. */
sealed interface Standing {
    /** How its sessions show a mailbox of the owner. */
    String shown(String name);

    Sure may(Need need, long start, long end);

    /** Who may do everything to her own mailboxes. */
    record Owner() implements Standing {
        @Override
        public String shown(String name) {
            return name;
        }

        @Override
        public Sure may(Need need, long start, long end) {
            return Sure.YES;
        }
    }

    /** Who may do what the owner grants. */
    record Colleague(String address, Grants grants) implements Standing {
        @Override
        public String shown(String name) {
            return "Partages/" + address + "/" + name;
        }

        @Override
        public Sure may(Need need, long start, long end) {
            return grants.met(need, start, end);
        }
    }

    default boolean owner() {
        return this instanceof Owner;
    }

    /** Which of the flags a command may have set, as sets of bits: s, t and w stand for one part each (RFC 4314 4). */
    default Set<Integer> permitted(long box, int flags, Exchange answer) {
        Set<Integer> all = Set.of(0);
        for (FlagRight right : FlagRight.values()) {
            int part = flags & right.bits();
            Sure sure = part == 0 ? Sure.NO : may(Need.of(box, right.letter()), answer.start(), answer.end());
            Set<Integer> more = new TreeSet<>();
            for (int bits : all) {
                more.addAll(
                        sure == Sure.YES
                                ? List.of(bits | part)
                                : sure == Sure.NO ? List.of(bits) : List.of(bits, bits | part));
            }
            all = more;
        }
        return all;
    }
}
