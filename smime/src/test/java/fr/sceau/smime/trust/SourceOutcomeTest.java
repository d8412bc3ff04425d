package fr.sceau.smime.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words that operators search their logs for. */
class SourceOutcomeTest {
    @ParameterizedTest
    @EnumSource(SourceOutcome.class)
    void every_outcome_has_a_word_of_its_own(SourceOutcome outcome) {
        assertThat(outcome.code()).matches("[a-z]+(-[a-z]+)*");
        assertThat(Arrays.stream(SourceOutcome.values()).map(SourceOutcome::code))
                .containsOnlyOnce(outcome.code());
    }

    @Test
    void a_source_is_good_that_gave_something_new_or_the_same() {
        assertThat(Arrays.stream(SourceOutcome.values()).filter(SourceOutcome::isGood))
                .containsExactly(SourceOutcome.STORED, SourceOutcome.UNCHANGED);
    }
}
