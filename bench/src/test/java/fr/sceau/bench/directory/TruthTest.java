package fr.sceau.bench.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldif.LDIFException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge of the directory's answers must itself be right. */
class TruthTest {
    private static final String ZOE = "mail=zoe@a.fr,ou=boites,o=annuaire-sante";
    private static final String ZELIE = "mail=zelie@a.fr,ou=boites,o=annuaire-sante";
    private static final String PERSON = "uid=8,ou=professionnels,o=annuaire-sante";

    private final Server server = new Server("essai", 0);

    @ParameterizedTest
    @CsvSource({
        "zoe, true",
        "ZOÉ, true",
        "zoe kas, true",
        "kassem-d zoe, true",
        "kassem d zoe, true",
        "oe ka, true",
        "zo.kassem, true",
        "zoo, false",
        "kassem zoo, false",
        "em dur zo x, false"
    })
    void what_thunderbird_asks_is_judged_without_accents_case_and_hyphens(String typed, boolean fits) {
        Rule rule = Thunderbird.completes(typed).folded();
        assertThat(rule.holds(new FoldedEntry(zoe()))).isEqualTo(fits);
    }

    @Test
    void parts_follow_each_other_without_overlap() {
        Rule rule = new Rule(true, List.of(Rule.Item.of("cn", Rule.Form.HOLDS, "zoe", "oe k")));
        assertThat(rule.holds(new FoldedEntry(zoe()))).isFalse();
    }

    @Test
    void the_filter_is_thunderbirds() {
        assertThat(Thunderbird.completes("zoé kassem").filter())
                .hasToString(
                        "(|(cn=*zo\\c3\\a9*kassem*)(mail=*zo\\c3\\a9 kassem*)(givenName=*zo\\c3\\a9*)(sn=*zo\\c3\\a9 kassem*))");
    }

    @Test
    void an_answer_with_all_and_no_other_is_exact() {
        Truth truth = judged(ResultCode.SUCCESS, ZOE);
        assertThat(finding(truth)).returns(1, Finding::exact).returns(1, Finding::sought);
    }

    @Test
    void what_lies_outside_the_base_is_not_asked_for() {
        Truth truth = judged(ResultCode.SUCCESS, ZOE, PERSON);
        assertThat(finding(truth)).returns(0, Finding::exact).returns(1L, Finding::wrong);
    }

    @Test
    void an_entry_that_lacks_is_counted_and_named() {
        Finding finding = finding(judged(ResultCode.SUCCESS));
        assertThat(finding)
                .returns(0, Finding::exact)
                .returns(1L, Finding::missing)
                .returns(0, Finding::sought);
        assertThat(finding.examples().get(0)).contains("« zoe »", "manquent 1", ZOE);
    }

    @Test
    void an_entry_that_does_not_fit_is_wrong() {
        assertThat(finding(judged(ResultCode.SUCCESS, ZOE, ZELIE))).returns(1L, Finding::wrong);
    }

    @Test
    void an_entry_that_comes_twice_is_wrong() {
        assertThat(finding(judged(ResultCode.SUCCESS, ZOE, ZOE))).returns(1L, Finding::wrong);
    }

    @Test
    void a_refusal_is_no_answer() {
        assertThat(finding(judged(ResultCode.ADMIN_LIMIT_EXCEEDED)))
                .returns(0, Finding::exact)
                .returns(1, Finding::refused);
    }

    @Test
    void an_answer_that_is_cut_without_need_is_not_exact() {
        assertThat(finding(judged(ResultCode.SIZE_LIMIT_EXCEEDED, ZOE))).returns(0, Finding::exact);
    }

    @Test
    void an_answer_that_is_cut_is_exact_when_it_is_full_and_all_fit() {
        List<Entry> all = IntStream.rangeClosed(0, Thunderbird.MOST)
                .mapToObj(i -> box("zoe" + i + "@a.fr", "Zoé", "KASSEM"))
                .toList();
        Question question = question();
        note(question, ResultCode.SIZE_LIMIT_EXCEEDED, all.stream().limit(Thunderbird.MOST));
        assertThat(finding(truth(question, all))).returns(1, Finding::exact).returns(1, Finding::cut);
    }

    @Test
    void each_of_several_answers_to_a_question_counts() {
        Question question = question();
        note(question, ResultCode.SUCCESS, Stream.of(zoe()));
        note(question, ResultCode.SUCCESS, Stream.of());
        assertThat(finding(truth(question, List.of(zoe())))).returns(0, Finding::exact);
    }

    @Test
    void what_is_asked_by_key_is_found_by_the_scan() {
        Question question = new Question(Kind.MAIL, "x", Rule.equal("mail", "Zoe@a.fr"), ZOE);
        note(question, ResultCode.SUCCESS, Stream.of(zoe()));
        assertThat(finding(truth(question, List.of(zoe(), zelie())))).returns(1, Finding::exact);
    }

    private Truth judged(ResultCode code, String... names) {
        Question question = question();
        note(question, code, Stream.of(names).map(name -> new Entry(name)));
        return truth(question, List.of(zoe(), zelie(), person()));
    }

    private static Question question() {
        return new Question(Kind.ONE_WORD, "zoe", Thunderbird.completes("zoe"), ZOE);
    }

    private void note(Question question, ResultCode code, Stream<Entry> entries) {
        server.answers()
                .note(question, code, entries.map(SearchResultEntry::new).toList());
    }

    private Truth truth(Question question, List<Entry> entries) {
        Truth truth = new Truth(question, List.of(server));
        Scan scan = new Scan(List.of(truth));
        entries.forEach(scan::look);
        return truth;
    }

    private Finding finding(Truth truth) {
        return Finding.of(server, List.of(truth));
    }

    private static Entry zoe() {
        return box("zoe@a.fr", "Zoé", "KASSEM-DURAND");
    }

    private static Entry zelie() {
        return box("zelie@a.fr", "Zélie", "MARTIN");
    }

    private static Entry box(String mail, String given, String family) {
        return entry(
                "dn: mail=" + mail + ",ou=boites,o=annuaire-sante",
                "mail: " + mail,
                "mail: zo.kassem@a.fr",
                "cn: " + given + " " + family,
                "cn: " + family + " " + given,
                "givenName: " + given,
                "sn: " + family);
    }

    private static Entry person() {
        return entry("dn: " + PERSON, "uid: 8", "cn: Zoé KASSEM", "sn: KASSEM", "givenName: Zoé");
    }

    private static Entry entry(String... lines) {
        try {
            return new Entry(lines);
        } catch (LDIFException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
