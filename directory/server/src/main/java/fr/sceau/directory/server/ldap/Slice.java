package fr.sceau.directory.server.ldap;

import java.util.List;
import java.util.OptionalInt;

/**
 * Which entries of all that are found go into an answer.
 *
 * @param from how many others have been given before
 * @param to how many will have been given then
 * @param most how many may be given altogether
 */
record Slice(int from, int to, int most) {
    static Slice whole(int most) {
        return new Slice(0, most, most);
    }

    static Slice page(int from, int size, int most) {
        return new Slice(from, Math.min(from + size, most), most);
    }

    /** One more than it gives tells whether there are more. */
    int wanted() {
        return to + 1;
    }

    <T> List<T> of(List<T> found) {
        return found.subList(Math.min(from, found.size()), Math.min(to, found.size()));
    }

    /** Where the next page begins. */
    OptionalInt next(int found) {
        return found > to && to < most ? OptionalInt.of(to) : OptionalInt.empty();
    }

    boolean isCut(int found) {
        return found > to && to >= most;
    }
}
