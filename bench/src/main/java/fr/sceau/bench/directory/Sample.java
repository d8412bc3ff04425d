package fr.sceau.bench.directory;

import com.unboundid.ldap.sdk.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/** Questions of one kind about entries drawn by a seed, whatever the order in which they come. */
final class Sample {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final Kind kind;
    private final int size;
    private final long seed;
    private final PriorityQueue<Drawn> drawn =
            new PriorityQueue<>(Comparator.comparingLong(Drawn::lot).reversed());

    Sample(Kind kind, int size, long seed) {
        this.kind = kind;
        this.size = size;
        this.seed = seed * STEP + kind.ordinal();
    }

    private record Drawn(long lot, Question question) {}

    /** The smallest lots are drawn. */
    void offer(Entry entry) {
        long lot = new Random(seed ^ entry.getDN().hashCode() * STEP).nextLong();
        if (drawn.size() == size && drawn.element().lot() <= lot) {
            return;
        }
        Optional<Question> question = Questions.about(entry, kind, new Random(lot));
        if (question.isPresent()) {
            drawn.add(new Drawn(lot, question.get()));
            if (drawn.size() > size) {
                drawn.remove();
            }
        }
    }

    List<Question> questions() {
        return drawn.stream()
                .sorted(Comparator.comparingLong(Drawn::lot))
                .map(Drawn::question)
                .toList();
    }
}
