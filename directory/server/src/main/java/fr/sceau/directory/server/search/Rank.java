package fr.sceau.directory.server.search;

import java.util.Comparator;

/**
 * Where an entry comes among those that a filter finds: who is still there before who is missing, all words before some, close
 * before far.
 *
 * @param partly fits the filter, and not {@link Narrowing what is meant first by it}
 */
public record Rank(boolean absent, boolean partly, Closeness closeness) implements Comparable<Rank> {
    public static final Rank FIRST = new Rank(false, false, Closeness.EXACT);

    private static final Comparator<Rank> ORDER =
            Comparator.comparing(Rank::absent).thenComparing(Rank::partly).thenComparing(Rank::closeness);

    @Override
    public int compareTo(Rank other) {
        return ORDER.compare(this, other);
    }
}
