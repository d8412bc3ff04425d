package fr.sceau.directory.server.importing;

import static fr.sceau.directory.server.importing.Morning.ACTIVITIES;
import static fr.sceau.directory.server.importing.Morning.MAILBOXES;
import static fr.sceau.directory.server.importing.Morning.octets;
import static fr.sceau.directory.server.importing.Morning.plus;
import static fr.sceau.directory.server.importing.Morning.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchScope;
import fr.sceau.directory.server.entries.NationalEntries;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that are odd and right, and people and mailboxes that go: what the directory says of them. */
final class OddLinesTest {
    /** Type, identifier, family and given name, structure (FINESS), post code, town. */
    private static final String PERSON =
            "%1$s|%2$s|%1$s%2$s|||MME|Madame|%3$s|%4$s|60|Infirmier|C|Civil|||||L|Libéral|||"
                    + "%5$s||||||||||||||%6$s|%6$s|%7$s|" + "|".repeat(18) + "\n";

    private static final String BOX = "%s|%s|%s||%s|||||DUPRÉ|Zoé" + "|".repeat(20) + "\n";
    private static final DN BASE = new DN(new RDN("o", "annuaire-sante"));

    private static Path prepared;

    private final Path folder;
    private Morning morning;

    OddLinesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void yesterday(@TempDir Path folder) throws Exception {
        prepared = Morning.prepare(folder);
    }

    @BeforeEach
    void today() throws Exception {
        morning = Morning.after(prepared, folder);
    }

    @AfterEach
    void close() {
        morning.close();
    }

    /** 10. */
    @Test
    void file_in_iso_8859_1_is_read_as_such() throws Exception {
        String line = String.format(BOX, "PER", "zoe@a.mssante.fr", "", "");
        morning.bend(MAILBOXES, octets(all -> (new String(all, UTF_8) + line).getBytes(ISO_8859_1)));
        morning.run();
        assertThat(box("zoe@a.mssante.fr").getAttributeValue("sn")).isEqualTo("DUPRÉ");
    }

    /** 15. */
    @Test
    void number_of_an_establishment_has_letters_and_a_slash() throws Exception {
        taken(person("3", "30B0057881/CPET0002", "DUPRÉ", "Zoé", "", "", ""));
        assertThat(shown("330B0057881/CPET0002").getAttributeValue("sn")).isEqualTo("DUPRÉ");
    }

    /** 16. */
    @Test
    void two_numbers_are_two_people_whatever_their_names() throws Exception {
        taken(person("0", "750001234", "DUPRÉ", "Zoé", "", "", "")
                + person("8", "99900000011", "DUPRÉ", "Zoé", "", "", ""));
        assertThat(named("DUPRÉ")).hasSize(2);
    }

    /** 17. */
    @Test
    void adeli_number_that_disappears_is_marked_and_kept() throws Exception {
        morning.bend(ACTIVITIES, text(all -> all.replaceFirst("(?m)^0\\|\\d{9}\\|.*\n", "")));
        assertThat(morning.run().tally().missing()).isPositive();
        for (int day = 0; day < 4; day++) {
            morning.run();
        }
        List<Entry> absent = morning.country()
                .find(
                        NationalEntries.PROFESSIONALS,
                        SearchScope.SUB,
                        filter("(&(asTypeIdentifiant=0)(asStatut=absent))"),
                        9);
        assertThat(absent).hasSize(1);
    }

    /** 18. */
    @Test
    void person_without_a_structure_has_no_place_of_work() throws Exception {
        taken(person("8", "99900000011", "DUPRÉ", "Zoé", "", "", ""));
        DN person = NationalEntries.professional("899900000011");
        assertThat(morning.country().find(person, SearchScope.SUB, filter("(objectClass=*)"), 9))
                .hasSize(1);
    }

    /** 20. */
    @Test
    void odd_post_codes_are_kept_as_they_are() throws Exception {
        taken(person("8", "99900000011", "DUPRÉ", "Zoé", "2A0004242", "GL", "")
                + person("8", "99900000029", "DUPRÉ", "Zoë", "970004242", "97133", "SAINT-BARTHELEMY"));
        assertThat(morning.country().find(BASE, SearchScope.SUB, filter("(&(asFiness=2A0004242)(postalCode=GL))"), 9))
                .hasSize(1);
        assertThat(morning.country().find(BASE, SearchScope.SUB, filter("(&(l=*barthelemy*)(asFiness=970004242))"), 9))
                .hasSize(1);
    }

    /** 23 and 24. */
    @Test
    void mailboxes_of_nobody_and_of_unknown_kinds_are_taken() throws Exception {
        morning.bend(
                MAILBOXES,
                plus(String.format(BOX, "PER", "zoe@a.mssante.fr", "", "")
                        + String.format(BOX, "NOUVEAU", "robot@a.mssante.fr", "", "")));
        assertThat(morning.run().tally().added()).isEqualTo(2);
        assertThat(box("robot@a.mssante.fr").getAttributeValue("asTypeBAL")).isEqualTo("NOUVEAU");
    }

    /** 26. */
    @Test
    void domain_that_vanishes_as_a_whole_is_held() throws Exception {
        String clinic = IntStream.range(0, 35)
                .mapToObj(i -> String.format(BOX, "ORG", "s" + i + "@clinique.mssante.fr", "", ""))
                .collect(Collectors.joining());
        morning.bend(MAILBOXES, plus(clinic));
        morning.run();
        morning.bend(MAILBOXES, text(all -> all.replace(clinic, "")));
        Import.Report report = morning.run();
        assertThat(report.held()).containsExactly("clinique.mssante.fr");
        assertThat(report.tally().missing()).isZero();
        assertThat(box("s7@clinique.mssante.fr").getAttributeValue("asStatut")).isEqualTo("actif");
    }

    /** 25. */
    @Test
    void address_that_passes_to_another_person_begins_anew_and_is_told() throws Exception {
        String first = String.format(BOX, "PER", "zoe@a.mssante.fr", "", "899900000011");
        morning.bend(MAILBOXES, plus(first));
        morning.run();
        morning.bend(MAILBOXES, text(all -> all.replace("899900000011", "899900000029")));
        Import.Report report = morning.run(9);
        assertThat(report.passedOn()).containsExactly("mail=zoe@a.mssante.fr,ou=boites,o=annuaire-sante");
        assertThat(box("zoe@a.mssante.fr").getAttributeValue("asVuDepuis")).isEqualTo("20260110");
    }

    /** 25: the same person under another number. */
    @Test
    void address_of_who_has_an_rpps_number_now_has_not_passed_on() throws Exception {
        morning.bend(MAILBOXES, plus(String.format(BOX, "PER", "zoe@a.mssante.fr", "", "0750001234")));
        morning.run();
        morning.bend(MAILBOXES, text(all -> all.replace("|0750001234|", "|899900000029|")));
        morning.toggle("750001234", "99900000029");
        assertThat(morning.run(9).passedOn()).isEmpty();
        assertThat(box("zoe@a.mssante.fr").getAttributeValue("asVuDepuis")).isEqualTo("20260102");
    }

    /** 7. */
    @Test
    void quotation_mark_is_content() throws Exception {
        taken(person("8", "99900000011", "DUPRÉ \"ZAZ", "Zoé", "", "", ""));
        assertThat(named("DUPRÉ \"ZAZ")).hasSize(1);
    }

    /** 34. */
    @ParameterizedTest
    @ValueSource(strings = {"*)(uid=*", "*", "(", "\\", "\u0000", "*)(|(uid=*))"})
    void what_people_type_is_never_part_of_the_filter(String typed) throws Exception {
        morning.run();
        Filter filter = Filter.createSubstringFilter("cn", null, new String[] {"zoé" + typed}, null);
        assertThat(morning.country().find(BASE, SearchScope.SUB, filter, 9_000))
                .hasSizeLessThan(1_000)
                .allSatisfy(entry -> assertThat(entry.getAttributeValue("cn")).containsIgnoringCase("zo"));
    }

    /** 34. */
    @Test
    void no_filter_gives_more_than_was_allowed() throws Exception {
        Filter[] many = IntStream.range(0, 2_000)
                .mapToObj(i -> Filter.createEqualityFilter("sn", "a family name that nobody has " + i))
                .toArray(Filter[]::new);
        Filter large = Filter.createORFilter(many);
        assertThat(large.toString()).hasSizeGreaterThan(50_000);
        assertThat(morning.country().find(BASE, SearchScope.SUB, large, 100)).isEmpty();
        for (String dump : List.of("(cn=*)", "(objectClass=*)", "(cn=*a*)", "(!(cn=zoe))")) {
            assertThat(morning.country().find(BASE, SearchScope.SUB, filter(dump), 100))
                    .hasSize(100);
        }
    }

    /** 35. */
    @Test
    void names_may_hold_what_ldap_writes_specially() throws Exception {
        taken(person("8", "99900000011", "D'ARTAGNAN, Dr #1 \"+<>;=\\", "Zoé", "", "", ""));
        assertThat(named("D'ARTAGNAN, Dr #1 \"+<>;=\\")).hasSize(1);
    }

    private void taken(String lines) throws Exception {
        morning.bend(ACTIVITIES, plus(lines));
        Import.Report report = morning.run();
        assertThat(report.quarantine().values().stream()
                        .mapToInt(each -> each.size())
                        .sum())
                .isZero();
    }

    private static String person(
            String type, String id, String family, String given, String finess, String postCode, String town) {
        return String.format(Locale.ROOT, PERSON, type, id, family, given, finess, postCode, town);
    }

    private Entry shown(String idNatPs) {
        return morning.country().find(NationalEntries.professional(idNatPs)).orElseThrow();
    }

    private Entry box(String address) throws Exception {
        Filter filter = Filter.createEqualityFilter("mail", address);
        return morning.country()
                .find(NationalEntries.MAILBOXES, SearchScope.SUB, filter, 2)
                .get(0);
    }

    private List<Entry> named(String family) {
        Filter filter = Filter.createEqualityFilter("sn", family);
        return morning.country().find(NationalEntries.PROFESSIONALS, SearchScope.SUB, filter, 9);
    }

    private static Filter filter(String text) throws Exception {
        return Filter.create(text);
    }
}
