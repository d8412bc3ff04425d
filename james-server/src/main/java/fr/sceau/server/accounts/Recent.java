package fr.sceau.server.accounts;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Remembers the answer to a question for a second, counted from the moment when it was asked. That there is no answer is
 * not remembered, nor that the question failed. Thread-safe.
 */
final class Recent<V> {
    static final Duration AGE = Duration.ofSeconds(1);

    private static final int MOST = 10_000;

    private final Function<String, Optional<V>> question;
    private final LongSupplier nanos;
    private final Cache<String, Answer<V>> answers =
            CacheBuilder.newBuilder().maximumSize(MOST).build();

    private record Answer<V>(V value, long askedAt) {}

    /** @param nanos a clock that never steps, in nanoseconds */
    Recent(Function<String, Optional<V>> question, LongSupplier nanos) {
        this.question = question;
        this.nanos = nanos;
    }

    Optional<V> of(String key) {
        long now = nanos.getAsLong();
        Answer<V> last = answers.getIfPresent(key);
        if (last != null && now - last.askedAt() < AGE.toNanos()) {
            return Optional.of(last.value());
        }
        Optional<V> found = question.apply(key);
        found.ifPresentOrElse(value -> answers.put(key, new Answer<>(value, now)), () -> answers.invalidate(key));
        return found;
    }
}
