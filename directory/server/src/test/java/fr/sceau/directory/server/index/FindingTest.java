package fr.sceau.directory.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchScope;
import fr.sceau.directory.server.entries.DirectorySchema;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a search of the country waits for, and what it gives first. */
final class FindingTest {
    private static final DN BRANCH = new DN(new RDN("ou", "boites"), new RDN("o", "annuaire-sante"));
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final Country country;

    FindingTest(@TempDir Path folder) {
        this.country = Country.open(folder, DirectorySchema.load());
    }

    @AfterEach
    void close() {
        country.close();
    }

    @Test
    void who_looks_for_a_whole_address_does_not_wait_for_the_words() throws Exception {
        version(MONDAY, box("a", "Zoé"));
        assertThat(country.find(BRANCH, SearchScope.SUB, Filter.create("(mail=a@mssante.test)"), 9))
                .hasSize(1);
        assertThat(country.isPrepared()).isFalse();
        country.prepare();
        assertThat(country.isPrepared()).isTrue();
        version(MONDAY.plusDays(1), box("a", "Zoé"), box("b", "Zoé"));
        assertThat(country.isPrepared()).isTrue();
    }

    /** As Thunderbird asks while somebody types one word. */
    private static Filter typed(String word) {
        return Filter.createORFilter(
                Filter.createSubstringFilter("cn", null, new String[] {word}, null),
                Filter.createSubstringFilter("mail", word, null, null),
                Filter.createSubstringFilter("givenName", null, new String[] {word}, null),
                Filter.createSubstringFilter("sn", null, new String[] {word}, null));
    }

    private List<String> found(Filter filter, int most) {
        return country.find(BRANCH, SearchScope.SUB, filter, most).stream()
                .map(entry -> entry.getAttributeValue("cn"))
                .toList();
    }

    @Test
    void exact_names_come_first_then_words_then_beginnings_then_what_is_inside_of_words() {
        version(
                MONDAY,
                person("1", "Anne", "LAMARTINE"),
                person("2", "Anne", "MARTINEAU"),
                person("3", "Anne", "MARTIN-PETIT"),
                person("4", "Anne", "MARTIN"),
                person("5", "Paul", "PETIT"),
                person("martin.anne", "Anne", "PETIT"));
        assertThat(found(typed("martin"), 9))
                .hasSize(5)
                .startsWith("Anne MARTIN", "Anne MARTIN-PETIT")
                .endsWith("Anne LAMARTINE");
        assertThat(found(typed("marti"), 9)).last().isEqualTo("Anne LAMARTINE");
        assertThat(found(typed("martin"), 1)).containsExactly("Anne MARTIN");
    }

    @Test
    void a_beginning_is_found_among_more_inner_parts_than_an_answer_holds() {
        Entry[] many = new Entry[300];
        for (int i = 0; i < many.length; i++) {
            many[i] = person("lamar" + i, "Anne", "LAMARTINE");
        }
        many[217] = person("x", "Zoé", "MARCHAND");
        version(MONDAY, many);
        assertThat(found(typed("mar"), 100)).hasSize(100).startsWith("Zoé MARCHAND");
    }

    @Test
    void who_fits_all_that_was_typed_comes_before_who_fits_one_word_of_it() throws Exception {
        Entry[] many = new Entry[300];
        for (int i = 0; i < many.length; i++) {
            many[i] = person("zoe" + i, "Zoé", "PETIT");
        }
        many[217] = person("x", "Zoé", "KASSEM");
        version(MONDAY, many);
        Filter two = Filter.create("(|(cn=*zoe*kas*)(mail=*zoe kas*)(givenName=*zoe*)(sn=*zoe kas*))");
        assertThat(found(two, 100)).hasSize(100).startsWith("Zoé KASSEM");
        Filter among = Filter.createANDFilter(Filter.createPresenceFilter("mail"), two);
        assertThat(found(among, 100)).hasSize(100).startsWith("Zoé KASSEM");
    }

    @Test
    void who_is_missing_comes_last_however_close() {
        version(MONDAY, person("1", "Anne", "MARTIN"), person("2", "Anne", "LAMARTINE"));
        version(MONDAY.plusDays(1), person("2", "Anne", "LAMARTINE"));
        assertThat(found(typed("martin"), 9)).containsExactly("Anne LAMARTINE", "Anne MARTIN");
        assertThat(found(typed("martin"), 1)).containsExactly("Anne LAMARTINE");
    }

    @Test
    void the_order_is_that_of_the_entries_and_not_of_their_coming() {
        Entry[] many = new Entry[50];
        for (int i = 0; i < many.length; i++) {
            many[i] = person(String.valueOf(i), "Anne" + i, "MARTIN");
        }
        version(MONDAY, many);
        List<String> first = found(typed("martin"), 20);
        Collections.reverse(Arrays.asList(many));
        many[0].setAttribute("title", "Médecin");
        many[7].setAttribute("title", "Médecin");
        version(MONDAY.plusDays(1), many);
        assertThat(found(typed("martin"), 20)).isEqualTo(first).hasSize(20);
    }

    @Test
    void nothing_is_lost_among_more_candidates_than_are_put_in_order_at_a_time() throws Exception {
        Entry[] many = new Entry[9_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = person(String.valueOf(i), "Anne", i % 1_000 == 7 ? "LE MARTIN" : "MARTIN LE");
        }
        version(MONDAY, many);
        assertThat(found(Filter.create("(sn=le*martin)"), 100)).hasSize(9).containsOnly("Anne LE MARTIN");
    }

    private void version(LocalDate day, Entry... entries) {
        try (Update update = country.update(day)) {
            for (Entry entry : entries) {
                update.put(entry);
            }
            update.settle(BRANCH, entry -> Update.Fate.COUNTED);
            update.commit(Map.of());
            country.refresh();
        }
    }

    private static Entry person(String box, String given, String family) {
        Entry entry = box(box, given + " " + family);
        entry.addAttribute("givenName", given);
        entry.addAttribute("sn", family);
        return entry;
    }

    private static Entry box(String box, String cn) {
        DN name = new DN(new RDN("mail", box + "@mssante.test"), BRANCH);
        return new Entry(name, new Attribute("mail", box + "@mssante.test"), new Attribute("cn", cn));
    }
}
