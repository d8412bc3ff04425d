package fr.sceau.directory.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResult;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which entries the filters of mail clients find. */
final class FiltersTest {
    private static final String BASE = "o=annuaire-sante";
    private static final String ZOE = "zoe.dartagnan@autre.mssante.test";
    private static final String CLAIRE = "claire.martin@exemple.mssante.test";

    private static DirectoryFixture directory;

    @BeforeAll
    static void start(@TempDir Path folder) {
        directory = SampleWorld.start(folder);
    }

    @AfterAll
    static void stop() {
        directory.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(cn=*zoe*)",
                "(cn=ZOÉ d’artagnan)",
                "(givenName=zoe)",
                "(sn=d'art*)",
                "(sn=*tagnan)",
                "(cn=zo*d'a*nan)",
                "(&(o=clinique)(l=doubs))",
                "(&(objectClass=asBAL)(!(asDomaine=exemple.mssante.test)))",
                "(mail=ZOE.Dartagnan@AUTRE.mssante.test)",
                "(2.5.4.3=zoe d'artagnan)",
                "(cn:caseIgnoreMatch:=zoe d'artagnan)",
                "(mail:dn:=zoe.dartagnan@autre.mssante.test)",
                "(&(asIdStruct=1990000002)(asTypeBAL=PER))",
                "(&(sn>=d)(sn<=e))",
            })
    void filters_find_without_accents_and_case(String filter) throws Exception {
        assertThat(directory.mails(Filter.create(filter))).containsExactly(ZOE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(mail=zoé.dartagnan@autre.mssante.test)",
                "(nosuchattribute=x)",
                "(!(nosuchattribute=x))",
                "(cn:2.5.13.5:=Zoé D'ARTAGNAN)",
                "(sn=d'artagnanan*an)",
                "(cn=*artagnan*zoe*artagnan*)",
                "(userCertificate;binary=*)",
                "(|)",
            })
    void filters_do_not_find_more_than_they_say(String filter) throws Exception {
        assertThat(directory.mails(Filter.create(filter))).isEmpty();
    }

    @Test
    void thunderbird_completes_a_name_of_one_and_of_two_words() {
        assertThat(directory.mails(thunderbird("zoe", List.of("zoe"), "zoe"))).containsExactly(ZOE);
        assertThat(directory.mails(thunderbird("zoe dart", List.of("zoe", "dart-"), "zoe")))
                .containsExactly(ZOE);
        assertThat(directory.mails(thunderbird("claire ma", List.of("claire", "ma"), "claire")))
                .containsExactly(CLAIRE);
        assertThat(directory.mails(thunderbird("exemple.mss", List.of("exemple.mss"), "exemple.mss")))
                .containsExactlyInAnyOrder(CLAIRE, "cardiologie@exemple.mssante.test");
    }

    /** (|(cn=*%v1*%v2-*)(mail=*%v*)(givenName=*%v1*)(sn=*%v*)) as it reaches the server. */
    private static Filter thunderbird(String text, List<String> words, String first) {
        return Filter.createORFilter(
                Filter.createSubstringFilter("cn", null, words.toArray(String[]::new), null),
                Filter.createSubstringFilter("mail", null, new String[] {text}, null),
                Filter.createSubstringFilter("givenName", null, new String[] {first}, null),
                Filter.createSubstringFilter("sn", null, new String[] {text}, null));
    }

    @Test
    void homonyms_stay_apart() throws Exception {
        SearchResult found = directory.search("ou=professionnels," + BASE, Filter.create("(cn=sophie lefebvre)"));
        assertThat(found.getSearchEntries())
                .extracting(entry -> entry.getAttributeValue("uid"))
                .containsExactlyInAnyOrder("899700000005", "899700000013");
    }

    @Test
    void no_answer_holds_more_than_a_hundred_entries() throws Exception {
        try (DirectoryFixture large = large()) {
            SearchResult all = large.search(BASE, Filter.create("(cn=*)"));
            assertThat(all.getResultCode()).isEqualTo(ResultCode.SIZE_LIMIT_EXCEEDED);
            assertThat(all.getSearchEntries()).hasSize(100);
            SearchResult letter = large.search(BASE, Filter.create("(cn=*e*)"));
            assertThat(letter.getResultCode()).isEqualTo(ResultCode.SIZE_LIMIT_EXCEEDED);
            assertThat(large.client.search("exemple", 250)).hasSize(100);
            assertThat(large.client.search("exemple", 3)).hasSize(3);
        }
    }

    private static DirectoryFixture large() {
        Path folder = directory.folder.resolve("large");
        String[] lines = IntStream.range(0, 150)
                .mapToObj(i -> "service" + i + "@exemple.mssante.test\tORG\t\t1990000001\t\t\tService " + i + "\t\t")
                .toArray(String[]::new);
        TestFiles.own(DirectoryFixture.own(folder), lines);
        return new DirectoryFixture(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*)(uid=*", "*", "zoe*)(mail=*", "\\2a", "(|(mail=*", "zo\u0000e"})
    void what_people_type_is_never_part_of_the_filter(String typed) throws Exception {
        assertThat(directory.client.byMail(typed)).isEmpty();
        assertThat(directory.client.byRpps(typed)).isEmpty();
        assertThat(directory.client.search(typed, 10)).isEmpty();
    }

    @Test
    void a_filter_with_too_many_parts_is_refused() throws Exception {
        Filter many = Filter.createORFilter(Collections.nCopies(300, Filter.create("(cn=a)")));
        assertThat(directory.search(BASE, many).getResultCode()).isEqualTo(ResultCode.ADMIN_LIMIT_EXCEEDED);
    }

    @Test
    void a_hundred_recipients_are_asked_at_once() {
        List<Filter> recipients = IntStream.range(0, 99)
                .mapToObj(i -> Filter.createEqualityFilter("mail", "nobody" + i + "@exemple.mssante.test"))
                .toList();
        Filter all =
                Filter.createORFilter(Filter.createORFilter(recipients), Filter.createEqualityFilter("mail", CLAIRE));
        assertThat(directory.mails(all)).containsExactly(CLAIRE);
    }
}
