package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.SignatureVerdict.Fault;
import fr.sceau.smime.SignatureVerdict.Obstacle;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people are told: one sentence of its own for each finding. */
class VerdictSentencesTest {
    private static List<String> sentences() {
        return Stream.of(
                        Arrays.stream(Obstacle.values()).map(Obstacle::sentence),
                        Arrays.stream(Fault.values()).map(Fault::sentence),
                        Arrays.stream(Doubt.values()).map(Doubt::sentence))
                .flatMap(all -> all)
                .toList();
    }

    @Test
    void no_two_findings_share_a_sentence() {
        assertThat(sentences()).doesNotHaveDuplicates().hasSizeGreaterThan(37);
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void each_is_one_short_sentence_that_an_SMTP_reply_can_carry(String sentence) {
        assertThat(sentence).matches("[LU\\p{Lu}].{20,98}\\.").doesNotContain(". ");
        String folded = Normalizer.normalize(sentence, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        assertThat(folded).matches("[ -~]+"); // RFC 5321 4.2
    }
}
