package fr.sceau.smime.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.SignatureVerdict.Fault;
import fr.sceau.smime.SignatureVerdict.Sealed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageFactsTest {
    private static final String US = "exemple.mssante.test";
    private static final Origin PARTNER = new Origin.Operator(
            "partenaire.mssante.test", "CN=passerelle,OU=1990000002,O=Hôpital « Été »\\, \"x\",C=FR");
    private static final Origin SUBMITTED =
            new Origin.Submitted("cardiologie@exemple.mssante.test", "leila.benali+cardiologie@exemple.mssante.test");
    private static final MessageFacts FACTS =
            new MessageFacts(SUBMITTED, "trusted", Optional.of("Leïla BENALI"), Seal.OPENED);

    private static Optional<MessageFacts> parse(String... values) {
        return MessageFacts.parse(US, List.of(values));
    }

    @Test
    void who_was_not_named_by_the_signer_is_told_beside_the_verdict() {
        MessageFacts unnamed = new MessageFacts(PARTNER, "pending", Optional.of("x"), Seal.CLEAR, true);
        MessageFacts confirmed = unnamed.since(Set.of(MessageFacts.CONFIRMED_KEYWORD));
        assertThat(confirmed.verdictSentence()).isEqualTo("Signature vérifiée : x.");
        assertThat(confirmed.noticeSentence().orElseThrow()).contains("ne figure pas parmi les destinataires");
        MessageFacts awaited = new MessageFacts(PARTNER, "untrusted.issuer-awaited", Optional.of("x"), Seal.CLEAR);
        assertThat(awaited.since(Set.of(MessageFacts.CONFIRMED_KEYWORD)).verdictCode())
                .isEqualTo("trusted");
        assertThat(FACTS.noticeSentence()).isEmpty();
        assertThat(FACTS.toHeaderValue(US)).doesNotContain("recipient");
    }

    private static Stream<MessageFacts> facts() {
        return Stream.of(
                FACTS,
                new MessageFacts(PARTNER, "unsigned", Optional.empty(), Seal.CLEAR),
                new MessageFacts(PARTNER, "invalid.digest-mismatch", Optional.empty(), Seal.CLEAR),
                new MessageFacts(PARTNER, "untrusted.revoked", Optional.of("100 % ; \"É\" (x) \\"), Seal.CLEAR),
                new MessageFacts(PARTNER, "trusted", Optional.of("x"), Seal.OPENED, true),
                new MessageFacts(SUBMITTED, "sealed", Optional.empty(), Seal.SEALED),
                new MessageFacts(SUBMITTED, "pending", Optional.of(""), Seal.OPENED));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void facts_come_back_as_they_were_written(MessageFacts facts) {
        String value = facts.toHeaderValue(US);
        assertThat(value).isPrintable().isASCII();
        assertThat(parse(value)).contains(facts);
        assertThat(parse(value.replace(" ", "\r\n\t"))).contains(facts);
    }

    @Test
    void header_reads_like_any_other() {
        assertThat(FACTS.toHeaderValue(US))
                .isEqualTo("exemple.mssante.test; smime=pass reason=\"trusted\""
                        + " policy.x-sceau-origin=\"submitted\""
                        + " policy.x-sceau-mailbox=\"cardiologie@exemple.mssante.test\""
                        + " policy.x-sceau-login=\"leila.benali%2Bcardiologie@exemple.mssante.test\""
                        + " policy.x-sceau-signer=\"Le%C3%AFla%20BENALI\""
                        + " policy.x-sceau-seal=\"opened\"");
    }

    @ParameterizedTest
    @CsvSource({
        "trusted,pass",
        "unsigned,none",
        "sealed,neutral",
        "sealed.damaged,permerror",
        "sealed.cipher-refused,permerror",
        "pending,temperror",
        "invalid.malformed,fail",
        "untrusted.expired,policy"
    })
    void each_verdict_has_its_smime_result(String code, String result) {
        String value = new MessageFacts(PARTNER, code, Optional.empty(), Seal.CLEAR).toHeaderValue(US);
        assertThat(value).contains("; smime=" + result + " reason=\"" + code + "\"");
    }

    @Test
    void comments_order_and_other_methods_do_not_matter() {
        String value = "(note \\) (imbriquée)) EXEMPLE.mssante.test 1 (v) ; spf=pass smtp.mailfrom=a@b.c;"
                + " smime (x) = (y) pass reason = trusted policy.x-sceau-seal=clear (z)"
                + " policy.x-sceau-dn=\"CN\\=a\" policy.x-sceau-domain=b.test policy.x-sceau-origin=operator";
        assertThat(parse(value))
                .contains(new MessageFacts(
                        new Origin.Operator("b.test", "CN=a"), "trusted", Optional.empty(), Seal.CLEAR));
    }

    @Test
    void another_server_is_not_believed() {
        String ours = FACTS.toHeaderValue(US);
        String theirs = new MessageFacts(PARTNER, "unsigned", Optional.empty(), Seal.CLEAR).toHeaderValue("mal.test");
        assertThat(parse(theirs)).isEmpty();
        assertThat(parse("(" + US + ") mal.test" + ours.substring(US.length()))).isEmpty();
        assertThat(parse("mal.test; x=pass (" + ours + ")")).isEmpty();
        assertThat(parse("mal.test; x=pass reason=\"\\\"; " + ours.replace("\"", "") + "\""))
                .isEmpty();
        assertThat(parse(theirs, ours)).contains(FACTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                US,
                US + ";",
                US + "; none",
                US + " 2; smime=pass",
                US + "; smime=pass",
                US + "; smime=pass reason=trusted",
                US + "; smime=pass reason=\"trusted",
                US + "; smime",
                US + "; =pass",
                US + "; smime=pass reason=trusted policy.x-sceau-origin=operator",
                US + "; (smime=pass",
                "(\\",
                US + " (\\",
                US + "; smime=pass (\\"
            })
    void half_a_header_says_nothing(String value) {
        assertThat(parse(value)).isEmpty();
    }

    @Test
    void contradictions_say_nothing() {
        String value = FACTS.toHeaderValue(US);
        assertThat(parse(value.replace("smime=pass", "smime=fail"))).isEmpty();
        assertThat(parse(value.replace("\"trusted\"", "\"invalid.malformed\""))).isEmpty();
        assertThat(parse(value + " policy.x-sceau-seal=\"clear\"")).isEmpty();
        assertThat(parse(value.replace("%2B", "%zz"))).isEmpty();
    }

    @Test
    void truncated_header_never_throws_and_never_says_more() {
        String value = FACTS.toHeaderValue(US);
        for (int length = 0; length < value.length(); length++) {
            assertThat(parse(value.substring(0, length))).isEmpty();
        }
    }

    @Test
    void ordinary_mail_of_an_operator_is_described_as_usual() {
        assertThat(new MessageFacts(PARTNER, "unsigned", Optional.empty(), Seal.CLEAR).verdictSentence())
                .isEqualTo("Opérateur partenaire.mssante.test authentifié ; pas de signature personnelle (habituel).");
        assertThat(new MessageFacts(SUBMITTED, "unsigned", Optional.empty(), Seal.CLEAR).verdictSentence())
                .isEqualTo("Pas de signature personnelle.");
    }

    @Test
    void trusted_names_the_signer() {
        assertThat(FACTS.verdictSentence()).isEqualTo("Signature vérifiée : Leïla BENALI.");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void every_fault_keeps_its_sentence(Fault fault) {
        assertThat(sentence("invalid." + kebab(fault))).isEqualTo(fault.sentence());
    }

    @ParameterizedTest
    @EnumSource(Doubt.class)
    void every_doubt_keeps_its_sentence(Doubt doubt) {
        assertThat(sentence("untrusted." + kebab(doubt))).isEqualTo(doubt.sentence());
    }

    @Test
    void every_other_verdict_keeps_its_sentence() {
        assertThat(sentence("sealed")).isEqualTo(new Sealed().sentence());
        assertThat(sentence("pending"))
                .isEqualTo("Signature intacte ; la révocation du certificat n'est pas encore vérifiée.");
        assertThat(sentence("trusted")).isEqualTo("Signature vérifiée : signataire non nommé.");
    }

    @Test
    void code_of_another_version_is_not_taken_for_a_good_one() {
        assertThat(sentence("excellent")).isEqualTo("Signature non vérifiée.");
    }

    @Test
    void what_is_no_code_is_refused() {
        assertThatThrownBy(() -> new MessageFacts(PARTNER, "trusted\"; x", Optional.empty(), Seal.CLEAR))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String sentence(String code) {
        return new MessageFacts(PARTNER, code, Optional.empty(), Seal.CLEAR).verdictSentence();
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
