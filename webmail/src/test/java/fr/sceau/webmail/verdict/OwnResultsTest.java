package fr.sceau.webmail.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.facts.MessageFacts;
import fr.sceau.smime.facts.Origin;
import fr.sceau.smime.facts.Seal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnResultsTest {
    private static final String OURS = "exemple.mssante.test";
    private static final Origin PARTNER = new Origin.Operator("partenaire.mssante.test", "CN=partenaire");
    private static final String UNSIGNED = value(OURS, "unsigned");
    private static final String TRUSTED = value(OURS, "trusted");

    private final OwnResults results = new OwnResults(OURS);

    private static String value(String authservId, String code) {
        return new MessageFacts(PARTNER, code, Optional.of("Claire MARTIN"), Seal.CLEAR).toHeaderValue(authservId);
    }

    private Optional<String> code(String... values) {
        return results.facts(Set.of("PDF", "$SceauJudged"), List.of(values)).map(MessageFacts::verdictCode);
    }

    @Test
    void our_own_field_is_believed() {
        assertThat(code(TRUSTED)).contains("trusted");
    }

    @Test
    void a_field_of_ours_on_a_message_that_a_client_put_there_is_not_believed() {
        assertThat(results.facts(Set.of(), List.of(TRUSTED))).isEmpty();
        assertThat(results.facts(Set.of("PDF", "SceauJudged", "$SceauJudged2"), List.of(TRUSTED)))
                .isEmpty();
    }

    @Test
    void what_became_of_a_verdict_that_waited_is_told_by_the_servers_keywords() {
        String waiting = value(OURS, "pending");
        assertThat(code(waiting)).contains("pending");
        assertThat(later("$SceauConfirmed", waiting)).contains("trusted");
        assertThat(later("$sceaurevoked", waiting)).contains("untrusted.revoked");
        assertThat(later("$SceauConfirmed", value(OURS, "untrusted.revoked"))).contains("untrusted.revoked");
        assertThat(later("$SceauConfirmed", UNSIGNED)).contains("unsigned");
        assertThat(results.facts(Set.of("$SceauConfirmed"), List.of(waiting))).isEmpty();
    }

    private Optional<String> later(String keyword, String value) {
        return results.facts(Set.of("$SceauJudged", keyword), List.of(value)).map(MessageFacts::verdictCode);
    }

    @Test
    void case_of_the_servers_keyword_does_not_matter() {
        assertThat(results.facts(Set.of("$sceaujudged"), List.of(TRUSTED))).isPresent();
    }

    @Test
    void a_field_of_another_server_is_ignored_wherever_it_stands() {
        String foreign = value("autre.mssante.test", "trusted");
        assertThat(code(foreign)).isEmpty();
        assertThat(code(foreign, UNSIGNED)).contains("unsigned");
        assertThat(code(UNSIGNED, foreign)).contains("unsigned");
    }

    @Test
    void a_forged_field_below_ours_is_ignored() {
        assertThat(code(UNSIGNED, TRUSTED)).contains("unsigned");
    }

    @Test
    void a_forged_field_is_not_believed_when_ours_cannot_be_read() {
        assertThat(code(OURS + "; smime=none reason=\"???\"", TRUSTED)).isEmpty();
        assertThat(code(OURS + "; none", TRUSTED)).isEmpty();
    }

    @Test
    void a_name_that_only_begins_or_ends_like_ours_is_foreign() {
        assertThat(code(TRUSTED.replaceFirst(OURS, OURS + ".attaquant.test"))).isEmpty();
        assertThat(code(TRUSTED.replaceFirst(OURS, "x" + OURS))).isEmpty();
        assertThat(code(TRUSTED.replaceFirst(OURS, "(" + OURS + ") autre.test")))
                .isEmpty();
    }

    @Test
    void case_and_folding_of_our_name_do_not_matter() {
        assertThat(code("\r\n EXEMPLE.mssante.TEST" + TRUSTED.substring(OURS.length())))
                .contains("trusted");
    }

    @Test
    void no_field_is_no_verdict() {
        assertThat(code()).isEmpty();
    }
}
