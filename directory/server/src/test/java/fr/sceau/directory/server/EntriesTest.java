package fr.sceau.directory.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.schema.EntryValidator;
import fr.sceau.directory.server.entries.DirectorySchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lines of the files become. */
final class EntriesTest {
    private static final String CLAIRE = "uid=899700218896,ou=professionnels,o=annuaire-sante";

    private static DirectoryFixture directory;

    @BeforeAll
    static void start(@TempDir Path folder) {
        directory = SampleWorld.start(folder);
    }

    @AfterAll
    static void stop() {
        directory.close();
    }

    private Entry entry(String dn) throws LDAPException {
        return directory.connection.getEntry(dn, "*", "+");
    }

    private static void assertHolds(Entry entry, Map<String, List<String>> expected) {
        assertThat(entry).isNotNull();
        expected.forEach((attribute, values) ->
                assertThat(entry.getAttributeValues(attribute)).as(attribute).containsExactlyElementsOf(values));
    }

    @Test
    void a_professional_has_every_published_attribute() throws Exception {
        assertHolds(
                entry(CLAIRE),
                Map.ofEntries(
                        Map.entry("uid", List.of("899700218896")),
                        Map.entry("employeeNumber", List.of("99700218896")),
                        Map.entry("asTypeIdentifiant", List.of("8")),
                        Map.entry(
                                "cn",
                                List.of("Zoé D'ARTAGNAN, Née #1", "Zoe D'ARTAGNAN, Nee #1", "D'ARTAGNAN, Née #1 Zoé")),
                        Map.entry("sn", List.of("D'ARTAGNAN, Née #1", "D'ARTAGNAN, Nee #1")),
                        Map.entry("givenName", List.of("Zoé", "Zoe")),
                        Map.entry("displayName", List.of("DR Zoé D'ARTAGNAN, Née #1")),
                        Map.entry("title", List.of("Médecin")),
                        Map.entry("asProfession", List.of("10")),
                        Map.entry("asCategorie", List.of("C")),
                        Map.entry("asSavoirFaire", List.of("SM04", "SM26")),
                        Map.entry("asAutorite", List.of("CNOM/CNOM/CNOM")),
                        Map.entry("asSourceDate", List.of("202610310800")),
                        Map.entry("preferredLanguage", List.of("fr"))));
    }

    @Test
    void an_adeli_number_is_kept_and_is_no_rpps_number() throws Exception {
        Entry adeli = entry("uid=0012600631,ou=professionnels,o=annuaire-sante");
        assertHolds(adeli, Map.of("asAdeli", List.of("012600631"), "asTypeIdentifiant", List.of("0")));
        assertThat(adeli.hasAttribute("employeeNumber")).isFalse();
    }

    @Test
    void a_place_of_work_stands_once_below_its_professional() throws Exception {
        List<? extends Entry> situations = directory
                .connection
                .search(CLAIRE, SearchScope.ONE, Filter.createPresenceFilter("objectClass"))
                .getSearchEntries();
        assertThat(situations).hasSize(1);
        assertHolds(
                situations.get(0),
                Map.ofEntries(
                        Map.entry("asModeExercice", List.of("S")),
                        Map.entry("asSecteur", List.of("SA01")),
                        Map.entry("asRole", List.of("FON-01")),
                        Map.entry("asGenreActivite", List.of("GENR01")),
                        Map.entry("asIdStruct", List.of("1990000001")),
                        Map.entry("asIdTechnique", List.of("F990000001")),
                        Map.entry("street", List.of("9 Route DE BESANÇON")),
                        Map.entry("postalCode", List.of("25300")),
                        Map.entry("l", List.of("DOUBS")),
                        Map.entry("telephoneNumber", List.of("0300000000")),
                        Map.entry("facsimileTelephoneNumber", List.of("0300000001"))));
    }

    @Test
    void a_structure_has_its_numbers_and_its_address() throws Exception {
        assertHolds(
                entry("asIdStruct=1990000001,ou=structures,o=annuaire-sante"),
                Map.ofEntries(
                        Map.entry("o", List.of("CHU de l'Exemple", "CENTRE HOSPITALIER")),
                        Map.entry("businessCategory", List.of("Etablissement public de santé")),
                        Map.entry("asFiness", List.of("990000001")),
                        Map.entry("asFinessEJ", List.of("990000009")),
                        Map.entry("asSiret", List.of("12345678901234")),
                        Map.entry("asIdTechnique", List.of("F990000001")),
                        Map.entry("l", List.of("DOUBS")),
                        Map.entry("st", List.of("Doubs"))));
    }

    @Test
    void a_mailbox_has_every_published_attribute_and_all_its_structures() throws Exception {
        assertHolds(
                entry("mail=zoe.dartagnan@autre.mssante.test,ou=boites,o=annuaire-sante"),
                Map.ofEntries(
                        Map.entry("mail", List.of("zoe.dartagnan@autre.mssante.test")),
                        Map.entry("cn", List.of("Zoé D'ARTAGNAN", "D'ARTAGNAN Zoé")),
                        Map.entry("sn", List.of("D'ARTAGNAN")),
                        Map.entry("givenName", List.of("Zoé")),
                        Map.entry("displayName", List.of("DR Zoé D'ARTAGNAN")),
                        Map.entry("title", List.of("Médecin")),
                        Map.entry("o", List.of("CENTRE HOSPITALIER", "CLINIQUE")),
                        Map.entry("l", List.of("DOUBS")),
                        Map.entry("postalCode", List.of("25300")),
                        Map.entry("asTypeBAL", List.of("PER")),
                        Map.entry("asIdNatPS", List.of("899700218896")),
                        Map.entry("asIdStruct", List.of("1990000001", "1990000002")),
                        Map.entry("asService", List.of("Médecine")),
                        Map.entry("asDemat", List.of("true")),
                        Map.entry("asDomaine", List.of("autre.mssante.test"))));
    }

    @Test
    void a_mailbox_of_our_own_takes_the_place_of_its_structure_from_the_registry() throws Exception {
        assertHolds(
                entry("mail=cardiologie@exemple.mssante.test,ou=boites,o=annuaire-sante"),
                Map.of(
                        "displayName", List.of("Cardiologie – CHU de l'Exemple"),
                        "sn", List.of("Cardiologie – CHU de l'Exemple"),
                        "o", List.of("CHU de l'Exemple"),
                        "l", List.of("DOUBS"),
                        "asTypeBAL", List.of("ORG")));
    }

    @Test
    void the_files_that_are_served_are_named() throws Exception {
        assertHolds(
                entry("cn=sync,o=annuaire-sante"),
                Map.of(
                        "description", List.of(SampleWorld.ACTIVITIES, SampleWorld.MAILBOXES),
                        "asSourceDate", List.of("202610310800", "202610310900")));
    }

    @Test
    void every_entry_obeys_the_schema() throws Exception {
        EntryValidator validator = new EntryValidator(DirectorySchema.load());
        List<String> faults = new ArrayList<>();
        List<? extends Entry> all = directory
                .search("o=annuaire-sante", Filter.createPresenceFilter("objectClass"))
                .getSearchEntries();
        all.forEach(entry -> validator.entryIsValid(entry, faults));
        assertThat(all).hasSizeGreaterThan(10);
        assertThat(faults).isEmpty();
    }
}
