package fr.sceau.server.accounts;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody may do with a box that is somebody else's. */
public enum Share {
    /** See the folders and read the messages. */
    READ('r', "lecture"),
    /** Flags, filing, deleting, folders; contains reading. */
    WRITE('w', "écriture"),
    /** Write mail in the box's name. */
    SEND('s', "envoi");

    private final char letter;
    private final String word;

    Share(char letter, String word) {
        this.letter = letter;
        this.word = word;
    }

    /** As people read it. */
    public String word() {
        return word;
    }

    /** What the column {@code delegation.rights} says. */
    static Set<Share> parse(String letters) {
        return java.util.Arrays.stream(values())
                .filter(share -> letters.indexOf(share.letter) >= 0)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Share.class)));
    }

    /** As the column {@code delegation.rights} wants it: in the order r, w, s. */
    static String letters(Collection<Share> shares) {
        return shares.stream()
                .sorted()
                .distinct()
                .map(share -> String.valueOf(share.letter))
                .collect(Collectors.joining());
    }
}
