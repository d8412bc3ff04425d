package fr.sceau.smime.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other servers on the way may add to a field, and write it otherwise than we do. RFC 8601 2.2 */
class ResultTokensTest {
    private static final String US = "exemple.mssante.test";
    private static final MessageFacts FACTS =
            new MessageFacts(new Origin.Submitted("AZaz09-._@=,/", "[`{:;<+"), "trusted", Optional.of("x"), Seal.CLEAR);
    private static final String OURS = FACTS.toHeaderValue(US).substring(US.length());

    private static Optional<MessageFacts> parse(String value) {
        return MessageFacts.parse(US, List.of(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "; none", "; None (rien)", "; none ;", ";;"})
    void a_result_that_says_nothing_takes_nothing_from_ours(String nothing) {
        assertThat(parse(US + OURS + nothing)).contains(FACTS);
        assertThat(parse(US + nothing + OURS)).contains(FACTS);
    }

    @Test
    void only_a_result_about_signatures_is_ours() {
        assertThat(parse(US + OURS.replace("smime=", "SMIME="))).contains(FACTS);
        assertThat(parse(US + OURS.replace("smime=", "dkim="))).isEmpty();
        assertThat(parse(US + OURS.replace("smime=", "none="))).isEmpty();
    }

    @Test
    void a_value_cut_inside_its_quotes_says_nothing() {
        assertThat(parse(US + "; smime=pass reason=\"trusted\\")).isEmpty();
        assertThat(parse(US + OURS.substring(0, OURS.length() - 1) + "\\")).isEmpty();
        assertThat(parse(US + OURS.substring(0, OURS.length() - 1) + "\\\"")).isEmpty();
    }

    @Test
    void a_quoted_character_is_itself() {
        assertThat(parse(US + OURS.replace("\"trusted\"", "\"\\t\\rusted\""))).contains(FACTS);
    }

    @Test
    void what_every_reader_takes_as_it_is_stays_legible_and_the_rest_is_encoded() {
        assertThat(OURS).contains("mailbox=\"AZaz09-._@=,/\"").contains("login=\"%5B%60%7B%3A%3B%3C%2B\"");
    }
}
