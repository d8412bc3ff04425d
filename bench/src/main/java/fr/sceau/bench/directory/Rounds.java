package fr.sceau.bench.directory;

import com.unboundid.ldap.sdk.LDAPException;
import fr.sceau.bench.measure.Budget;
import fr.sceau.bench.measure.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Both servers in turn, kind by kind: what disturbs the machine for a while disturbs both. */
final class Rounds {
    private final List<Pair> pairs = new ArrayList<>();
    private final Duration slice;

    Rounds(Server sceau, Server slapd, Map<Kind, List<Question>> questions, Duration slice) {
        this.slice = slice;
        for (List<Question> kind : questions.values()) {
            for (Load load : Load.ALL) {
                pairs.add(new Pair(new Course(sceau, kind, load), new Course(slapd, kind, load)));
            }
        }
    }

    /** The same questions to both. */
    record Pair(Course sceau, Course slapd) {
        List<Course> inTurn(int round) {
            return round % 2 == 0 ? List.of(sceau, slapd) : List.of(slapd, sceau);
        }
    }

    List<Pair> pairs() {
        return List.copyOf(pairs);
    }

    /** After a round that counts for nothing; returns how many there was time for. */
    int run(int rounds, Budget budget) throws LDAPException, InterruptedException {
        Progress progress = new Progress("questions aux deux serveurs", (rounds + 1L) * pairs.size());
        Duration longest = Duration.ZERO;
        for (int round = 0; round <= rounds; round++) {
            if (!budget.allows(longest)) {
                return Math.max(0, round - 1);
            }
            long start = System.nanoTime();
            for (int i = 0; i < pairs.size(); i++) {
                run(pairs.get(i), round);
                progress.at((long) round * pairs.size() + i + 1);
            }
            longest = Duration.ofNanos(Math.max(longest.toNanos(), System.nanoTime() - start));
        }
        return rounds;
    }

    private void run(Pair pair, int round) throws LDAPException, InterruptedException {
        for (Course course : pair.inTurn(round)) {
            if (round == 0) {
                course.warm(slice);
            } else {
                course.slice(slice);
            }
        }
    }
}
