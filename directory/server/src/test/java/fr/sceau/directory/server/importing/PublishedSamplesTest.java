package fr.sceau.directory.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import fr.sceau.directory.server.entries.DirectorySchema;
import fr.sceau.directory.server.entries.NationalEntries;
import fr.sceau.directory.server.index.Country;
import fr.sceau.directory.server.index.Tally;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published files of trials, imported in their order, give what their names say. Their numbers are invented. */
final class PublishedSamplesTest {
    private static final Path SAMPLES = Path.of(System.getProperty("sceau.root", ""), "../shared/samples/rpps")
            .normalize();

    private static final String PREFIX = "Extraction_ProSanteConnect_Personne_activite_";
    private static final String HIRE = "810107592544";
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private final Path folder;
    private final Country country;
    private int day;

    PublishedSamplesTest(@TempDir Path folder) {
        this.folder = folder;
        this.country = Country.open(folder.resolve("index"), DirectorySchema.load());
    }

    @BeforeEach
    void files() throws Exception {
        assumeTrue(Files.isDirectory(SAMPLES), "SKIPPED: samples of the registry are missing: " + SAMPLES);
        Files.createDirectory(folder.resolve("files"));
        Files.writeString(folder.resolve("files/Extraction_Correspondance_MSSante_202101010000.txt"), """
                Type de BAL|Adresse BAL|Identification nationale PP|Type identifiant structure|\
                Identification Structure|Nom d'exercice|Prénom d'exercice
                ORG|accueil@a.mssante.fr|||||
                """);
    }

    @AfterEach
    void close() {
        country.close();
    }

    @Test
    void extraction_gives_its_people_and_the_one_that_was_cut_changes_nothing() throws Exception {
        copy(PREFIX + "202112120512.txt", PREFIX + "202112120512.txt");
        Tally tally = imported();
        assertThat(people()).isEqualTo(5);
        assertThat(situations("0012800728")).hasSize(4);
        assertThat(tally.added()).isEqualTo(country.size());
        copy(PREFIX + "202112120513.txt", PREFIX + "202112120513.txt");
        assertThatThrownBy(this::imported)
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("cut");
        Files.writeString(file(PREFIX + "202112120513.txt"), read(PREFIX + "202112120513.txt") + "\n");
        assertThat(changes(imported())).containsOnly(0);
    }

    @Test
    void order_of_work_situations_and_of_first_names_does_not_matter() throws Exception {
        copy("2WorkSituationsOrder1", PREFIX + "202112120512.txt");
        imported();
        assertThat(situations(HIRE)).hasSize(2);
        List<String> lines = read("2WorkSituationsOrder1").lines().toList();
        Files.writeString(
                file(PREFIX + "202112120512.txt"), String.join("\n", lines.get(0), lines.get(2), lines.get(1), ""));
        assertThat(changes(imported())).containsOnly(0);
        Files.writeString(
                file(PREFIX + "202112120512.txt"),
                read("2WorkSituationsOrder1").replace("BRICE'HENRY'ALAIN", "ALAIN'BRICE'HENRY"));
        assertThat(changes(imported())).containsOnly(0);
    }

    @Test
    void people_are_created_then_two_numbers_become_one_then_all_are_brought_up_to_date() throws Exception {
        copy("CT-AMAR_1-CREATES.zip", PREFIX + "202403251632.zip");
        imported();
        assertThat(people()).isEqualTo(15);
        assertThat(person("800AMAR01").orElseThrow().getAttributeValue("sn")).isEqualTo("Snow");
        assertThat(person("800AMAR12").orElseThrow().getAttributeValue("cn")).isEqualTo("John Smith");
        assertThat(person("000ALTAMAR08")).isPresent();

        copy("CT-AMAR_2_Correspondance_ADELI_RPPS_creations.csv", "Correspondance_ADELI_RPPS_202403251633.csv");
        imported();
        assertThat(List.of(adeli("800AMAR01"), adeli("800AMAR08")))
                .containsExactly(List.of("00ALTAMAR01"), List.of("00ALTAMAR08"));

        copy("CT-AMAR_3-UPDATES.zip", PREFIX + "202403251635.zip");
        imported();
        assertThat(person("000ALTAMAR01")).isEmpty();
        assertThat(person("000ALTAMAR08")).isEmpty();
        assertThat(person("800AMAR02").orElseThrow().getAttributeValue("sn")).isEqualTo("Mitsie");
        assertThat(person("800AMAR05").orElseThrow().getAttributeValue("asStatut"))
                .isEqualTo("actif");
        assertThat(person("800AMAR10").orElseThrow().getAttributeValue("sn")).isEqualTo("PHARMACIEN0010347");
        assertThat(person("800AMAR01").orElseThrow().getAttributeValue("asStatut"))
                .isEqualTo("absent");
        assertThat(person("000ALTAMAR02").orElseThrow().getAttributeValue("asAdeli"))
                .isEqualTo("00ALTAMAR02");
    }

    @Test
    void without_the_manner_of_trials_invented_numbers_are_left_out() throws Exception {
        copy("CT-AMAR_1-CREATES.zip", PREFIX + "202403251632.zip");
        imported();
        Import.Report report = run(new Import.Manner(true, false, false, 2));
        assertThat(report.quarantine())
                .hasEntrySatisfying(PREFIX + "202403251632.zip", lines -> assertThat(lines.reasons())
                        .containsEntry("RPPS number malformed", 13));
    }

    private void copy(String sample, String as) throws Exception {
        Files.write(file(as), Files.readAllBytes(SAMPLES.resolve(sample)));
    }

    private static String read(String sample) throws Exception {
        return Files.readString(SAMPLES.resolve(sample));
    }

    private Path file(String name) {
        return folder.resolve("files").resolve(name);
    }

    private Tally imported() throws Exception {
        return run(new Import.Manner(false, false, true, 2)).tally();
    }

    private Import.Report run(Import.Manner manner) throws Exception {
        Import.Report report = new Import(
                        country, folder.resolve("files"), folder.resolve("work"), new SilentSteps(), manner)
                .run(FIRST.plusDays(day++));
        country.refresh();
        return report;
    }

    private static List<Integer> changes(Tally tally) {
        return List.of(tally.added(), tally.changed(), tally.missing(), tally.removed());
    }

    private long people() throws Exception {
        Filter people = Filter.create("(objectClass=asProfessionnel)");
        return country.find(NationalEntries.PROFESSIONALS, SearchScope.ONE, people, 99)
                .size();
    }

    private Optional<Entry> person(String idNatPs) {
        return country.find(NationalEntries.professional(idNatPs));
    }

    private List<String> adeli(String idNatPs) {
        return List.of(person(idNatPs).orElseThrow().getAttributeValues("asAdeli"));
    }

    private List<Entry> situations(String idNatPs) throws Exception {
        return country.find(
                NationalEntries.professional(idNatPs), SearchScope.ONE, Filter.create("(objectClass=*)"), 99);
    }
}
