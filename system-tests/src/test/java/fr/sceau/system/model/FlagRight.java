package fr.sceau.system.model;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The three rights on flags (RFC 4314 2.1). */
enum FlagRight {
    SEEN("s", Flag.SEEN),
    DELETED("t", Flag.DELETED),
    OTHERS("w", Flag.EVERY & ~Flag.SEEN & ~Flag.DELETED);

    private final String letter;
    private final int bits;

    FlagRight(String letter, int bits) {
        this.letter = letter;
        this.bits = bits;
    }

    String letter() {
        return letter;
    }

    int bits() {
        return bits;
    }

    /** What STORE needs: to replace flags all three, else one of those that its flags ask for. */
    static Need need(long box, Deed.Kind kind, int flags) {
        return kind == Deed.Kind.REPLACE ? Need.of(box, "lrstw") : new Need(box, "lr", letters(flags));
    }

    private static String letters(int flags) {
        return Arrays.stream(values())
                .filter(right -> (flags & right.bits()) != 0)
                .map(FlagRight::letter)
                .collect(Collectors.joining());
    }
}
