package fr.sceau.directory.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import fr.sceau.directory.server.entries.DirectorySchema;
import fr.sceau.directory.server.entries.NationalEntries;
import fr.sceau.directory.server.index.Country;
import fr.sceau.directory.server.index.Tally;
import fr.sceau.directory.server.nation.Nation;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days of an invented nation, imported one after the other. */
final class ImportTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Nation NATION = new Nation(new Nation.Size(3_000, 600, 800, 1_500), 5);

    private final Path folder;
    private final Country country;

    ImportTest(@TempDir Path folder) {
        this.folder = folder;
        this.country = Country.open(folder.resolve("index"), DirectorySchema.load());
    }

    @AfterEach
    void close() {
        country.close();
    }

    @Test
    void the_first_day_everybody_is_new_and_found() throws Exception {
        Tally tally = imported(0);
        assertThat(tally.added()).isEqualTo(country.size()).isGreaterThan(3_000 + 600 + 700);
        String line = lines("Extraction_Correspondance_MSSante_", 0).get(1);
        String address = line.split("\\|", -1)[1];
        List<Entry> found = country.find(
                NationalEntries.MAILBOXES, SearchScope.SUB, Filter.createEqualityFilter("mail", address), 10);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).getAttributeValue("asStatut")).isEqualTo("actif");
    }

    @Test
    void the_same_files_again_change_nothing() throws Exception {
        imported(0);
        Tally again = imported(0);
        assertThat(List.of(again.added(), again.changed(), again.missing(), again.removed()))
                .containsOnly(0);
        assertThat(again.same()).isEqualTo(country.size());
    }

    @Test
    void the_order_of_the_lines_does_not_matter() throws Exception {
        imported(0);
        for (String prefix : List.of("PS_LibreAcces_Personne_activite_", "Extraction_Correspondance_MSSante_")) {
            List<String> lines = new ArrayList<>(lines(prefix, 0));
            Collections.reverse(lines.subList(1, lines.size()));
            Files.write(file(prefix, 0), lines);
        }
        assertThat(tally(0).changed()).isZero();
    }

    @Test
    void three_extractions_in_one_zip_are_as_three_files() throws Exception {
        imported(0);
        Path zip = folder.resolve("day0/PS_LibreAcces_" + stamp(0) + ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String part : List.of("Personne_activite_", "Dipl_AutExerc_", "SavoirFaire_")) {
                Path file = file("PS_LibreAcces_" + part, 0);
                out.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, out);
                Files.delete(file);
            }
        }
        assertThat(tally(0).same()).isEqualTo(country.size());
    }

    @Test
    void a_day_brings_what_changed_and_the_difference_tells_it() throws Exception {
        imported(20);
        Tally next = imported(21);
        assertThat(next.changed() + next.added()).isBetween(5, 200);
        assertThat(country.changes(1, 2)).hasSize(next.added() + next.changed() + next.missing() + next.removed());
    }

    @Test
    void an_adeli_number_that_became_one_of_rpps_is_replaced_and_another_is_kept() throws Exception {
        imported(0);
        NATION.write(folder.resolve("day100"), 100, stamp(100), done -> {});
        tally(100, true); // a hundred days take more away than one
        List<String> toggles = Files.readAllLines(folder.resolve("day100/Correspondance_ADELI_RPPS_202604110400.csv"));
        assertThat(toggles).hasSizeGreaterThan(5);
        for (String toggle : toggles.subList(1, toggles.size())) {
            String[] numbers = toggle.split(";", -1);
            assertThat(country.find(NationalEntries.professional("0" + numbers[0])))
                    .isEmpty();
            assertThat(country.find(NationalEntries.professional("8" + numbers[1])))
                    .hasValueSatisfying(entry ->
                            assertThat(entry.getAttributeValues("asAdeli")).contains(numbers[0]));
        }
    }

    @Test
    void a_file_that_would_take_away_too_much_changes_nothing() throws Exception {
        imported(0);
        Path file = file("Extraction_Correspondance_MSSante_", 0);
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() * 9 / 10));
        assertThatThrownBy(() -> tally(0))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("lines where");
        Files.writeString(file, String.join("\n", lines)); // not ended
        assertThatThrownBy(() -> tally(0))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("cut");
        country.refresh();
        assertThat(country.version().number()).isEqualTo(1);
    }

    @Test
    void two_words_in_either_order_without_accents_find_the_person() throws Exception {
        imported(0);
        String line = lines("PS_LibreAcces_Personne_activite_", 0).stream()
                .filter(each -> each.contains("|Émilie|"))
                .findFirst()
                .orElseThrow();
        String family = line.split("\\|", -1)[7];
        for (String words : List.of("emilie " + family, family + " EMILIE")) {
            Filter filter = Filter.createSubstringFilter("cn", null, new String[] {words}, null);
            assertThat(country.find(new DN("o=annuaire-sante"), SearchScope.SUB, filter, 50))
                    .anySatisfy(
                            entry -> assertThat(entry.getAttributeValue("sn")).isEqualTo(family));
        }
    }

    private Tally imported(int day) throws Exception {
        NATION.write(folder.resolve("day" + day), day, stamp(day), done -> {});
        return tally(day);
    }

    private Tally tally(int day) throws Exception {
        return tally(day, false);
    }

    private Tally tally(int day, boolean force) throws Exception {
        Import.Report report = new Import(
                        country, folder.resolve("day" + day), folder.resolve("work"), new SilentSteps(), force)
                .run(FIRST.plusDays(day));
        country.refresh();
        return report.tally();
    }

    private List<String> lines(String prefix, int day) throws Exception {
        return Files.readAllLines(file(prefix, day));
    }

    private Path file(String prefix, int day) {
        return folder.resolve("day" + day).resolve(prefix + stamp(day) + ".txt");
    }

    private static String stamp(int day) {
        return FIRST.plusDays(day).toString().replace("-", "") + "0400";
    }
}
