package fr.sceau.directory.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same words as reading all of them finds. */
final class WordTextTest {
    private static final String SIGNS = "abeé9ж"; // few, so that runs repeat

    private final Random random = new Random(7);

    private String word(int longest) {
        return IntStream.rangeClosed(0, random.nextInt(longest))
                .mapToObj(i -> SIGNS.substring(random.nextInt(SIGNS.length())).substring(0, 1))
                .collect(Collectors.joining());
    }

    private static WordText text(List<String> words) {
        return new WordText(words.stream().map(word -> word + "\n").collect(Collectors.joining()));
    }

    @Test
    void words_are_found_by_any_letters_in_their_order() {
        List<String> words = IntStream.range(0, 3_000).mapToObj(i -> word(12)).toList();
        WordText text = text(words);
        int hits = 0;
        for (int i = 0; i < 2_000; i++) {
            String letters = word(6);
            List<String> fitting =
                    words.stream().filter(word -> word.contains(letters)).toList();
            assertThat(text.with(letters, 4_000)).isEqualTo(fitting);
            assertThat(text.with(letters, 5)).isEqualTo(fitting.subList(0, Math.min(5, fitting.size())));
            hits += fitting.size();
        }
        assertThat(hits).isGreaterThan(100_000);
    }

    @Test
    void ends_of_words_and_no_words_at_all() {
        assertThat(text(List.of("ma", "mar", "martin", "tin")).with("tin", 9)).containsExactly("martin", "tin");
        assertThat(text(List.of("mar", "tin")).with("rti", 9)).isEmpty();
        assertThat(text(List.of("ananas")).with("ana", 9)).containsExactly("ananas");
        assertThat(text(List.of("ma")).with("mar", 9)).isEmpty();
        assertThat(text(List.of()).with("mar", 9)).isEmpty();
        assertThat(text(List.of()).with("m", 9)).isEmpty();
    }
}
