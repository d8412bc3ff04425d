package fr.sceau.smime.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a path is looked for anew. */
class KnownPathsTest {
    private static final Date NOW = Date.from(Authority.NOW);

    private final Authority root = Authority.root("RACINE");
    private final Authority issuing = root.under("AC");
    private final X509Certificate leaf = issuing.leaf();
    private final List<X509Certificate> path = List.of(leaf, issuing.certificate(), root.certificate());
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final AtomicInteger searches = new AtomicInteger();
    private final KnownPaths known = new KnownPaths(List.of(root.certificate(), issuing.certificate()), nanos::get);

    KnownPathsTest() throws Exception {}

    private Optional<List<X509Certificate>> ask(List<X509Certificate> asked, Date at) {
        return known.find(asked, at, () -> {
            searches.incrementAndGet();
            return Optional.of(path);
        });
    }

    private static Date date(Instant at) {
        return Date.from(at);
    }

    @Test
    void same_certificates_at_another_moment_of_their_lives_are_known() {
        ask(List.of(leaf), NOW);
        assertThat(ask(List.of(leaf), date(Authority.NOW.plus(Duration.ofDays(99)))))
                .contains(path);
        assertThat(searches).hasValue(1);
    }

    @Test
    void instants_between_which_a_certificate_ends_or_begins_are_not_the_same() {
        Instant end = leaf.getNotAfter().toInstant();
        ask(List.of(leaf), NOW);
        ask(List.of(leaf), date(end));
        assertThat(searches).as("the last instant of its life").hasValue(1);
        ask(List.of(leaf), date(end.plusMillis(1)));
        assertThat(searches).as("just after").hasValue(2);
        ask(List.of(leaf), NOW);
        assertThat(searches).as("back again").hasValue(3);
        ask(List.of(leaf), date(leaf.getNotBefore().toInstant().minusMillis(1)));
        assertThat(searches).as("before").hasValue(4);
    }

    @Test
    void other_certificates_along_with_the_signer_are_another_question() throws Exception {
        ask(List.of(leaf), NOW);
        ask(List.of(leaf, issuing.certificate()), NOW);
        ask(List.of(leaf, issuing.leaf()), NOW);
        ask(List.of(issuing.leaf()), NOW);
        assertThat(searches).hasValue(4);
    }

    @Test
    void path_is_looked_for_again_after_some_minutes() {
        ask(List.of(leaf), NOW);
        nanos.addAndGet(KnownPaths.AGE.toNanos() - 1);
        ask(List.of(leaf), NOW);
        assertThat(searches).hasValue(1);
        nanos.incrementAndGet();
        ask(List.of(leaf), NOW);
        assertThat(searches).hasValue(2);
    }

    @Test
    void missing_path_is_looked_for_each_time() {
        assertThat(known.find(List.of(leaf), NOW, Optional::empty)).isEmpty();
        assertThat(ask(List.of(leaf), NOW)).contains(path);
    }

    @Test
    void message_with_very_many_certificates_is_not_remembered() {
        ask(Collections.nCopies(16, leaf), NOW);
        ask(Collections.nCopies(16, leaf), NOW);
        assertThat(searches).hasValue(1);
        ask(Collections.nCopies(17, leaf), NOW);
        ask(Collections.nCopies(17, leaf), NOW);
        assertThat(searches).hasValue(3);
    }

    @Test
    void number_of_remembered_paths_is_bounded() throws Exception {
        X509Certificate other = issuing.leaf();
        ask(List.of(leaf), NOW);
        for (int number = 0; number < 499; number++) {
            ask(inOrder(other, number), NOW);
        }
        ask(List.of(leaf), NOW);
        assertThat(searches).hasValue(500);
        ask(inOrder(other, 499), NOW);
        ask(List.of(leaf), NOW);
        assertThat(searches).as("the oldest is forgotten").hasValue(502);
    }

    /** Another list for each number below 1024. */
    private List<X509Certificate> inOrder(X509Certificate other, int number) {
        return IntStream.range(0, 10)
                .mapToObj(bit -> (number >> bit & 1) == 1 ? other : leaf)
                .toList();
    }
}
