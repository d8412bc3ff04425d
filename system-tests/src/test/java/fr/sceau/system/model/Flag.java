package fr.sceau.system.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** The flags of a message as bits of a number: five of RFC 3501 2.3.2 and three keywords. */
final class Flag {
    static final List<String> ALL =
            List.of("\\Seen", "\\Answered", "\\Flagged", "\\Deleted", "\\Draft", "aFaire", "$Urgent", "Classe");
    static final int SEEN = 1;
    static final int DELETED = 1 << 3;
    static final int EVERY = (1 << ALL.size()) - 1;

    private Flag() {}

    static String format(int bits) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < ALL.size(); i++) {
            if ((bits & 1 << i) != 0) {
                names.add(ALL.get(i));
            }
        }
        return "(" + String.join(" ", names) + ")";
    }

    /** Of what stands after FLAGS; \Recent is the session's, not the message's. */
    static int parse(Object list) {
        int bits = 0;
        if (!(list instanceof List<?> names)) {
            throw new Contradiction("FLAGS without a list: " + list);
        }
        for (Object name : names) {
            if (!"\\Recent".equalsIgnoreCase(String.valueOf(name))) {
                bits |= 1 << place(String.valueOf(name));
            }
        }
        return bits;
    }

    private static int place(String name) {
        for (int i = 0; i < ALL.size(); i++) {
            if (ALL.get(i).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        throw new Contradiction("a flag that nobody set: " + name);
    }

    /** Each set of these that somebody may have set who has some of the rights on flags. */
    static Set<Integer> parts(int bits) {
        Set<Integer> parts = new TreeSet<>(Set.of(0));
        for (FlagRight right : FlagRight.values()) {
            for (int part : List.copyOf(parts)) {
                parts.add(part | bits & right.bits());
            }
        }
        return parts;
    }

    /** None to three; \Deleted now and then. */
    static int some(Random random) {
        int bits = 0;
        for (int i = random.nextInt(4); i > 0; i--) {
            bits |= 1 << random.nextInt(ALL.size());
        }
        return random.nextInt(3) == 0 ? bits : bits & ~DELETED;
    }
}
