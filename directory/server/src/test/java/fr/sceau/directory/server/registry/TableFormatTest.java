package fr.sceau.directory.server.registry;

import static fr.sceau.directory.server.TestFiles.ACTIVITY_HEADER;
import static fr.sceau.directory.server.TestFiles.line;
import static fr.sceau.directory.server.TestFiles.professional;
import static fr.sceau.directory.server.TestFiles.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TableFormatTest {
    private static final String GOOD = professional("99700218896", "Zoé", "D'ARTAGNAN");

    private final Path folder;

    TableFormatTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Table<Activity> read(String content) throws Exception {
        return ActivityFile.format().read(write(folder.resolve("a.txt"), content));
    }

    private static String header() {
        return String.join("|", ACTIVITY_HEADER) + "|\n";
    }

    @Test
    void a_quotation_mark_is_content() throws Exception {
        Table<Activity> table = read(header() + professional("99700218896", "Zoé \"Zaz", "MARTIN") + "|\n");
        assertThat(table.rows())
                .singleElement()
                .satisfies(a -> assertThat(a.person().given()).isEqualTo("Zoé \"Zaz"));
    }

    @ParameterizedTest
    @CsvSource({"''", "'|'", "'||'"})
    void trailing_separators_do_not_count(String end) throws Exception {
        String header = String.join("|", ACTIVITY_HEADER) + end + "\n";
        assertThat(read(header + GOOD + end + "\n").rows()).hasSize(1);
        assertThat(read(header() + GOOD + (end.length() < 2 ? end : "|") + "\n").rows())
                .hasSize(1);
    }

    /** It may stand inside a value, and what follows would be in the wrong column. */
    @Test
    void one_separator_too_many_in_one_line_puts_it_aside() throws Exception {
        assertThat(read(header() + GOOD + "|\n" + GOOD + "||\n").quarantine().reasons())
                .containsOnlyKeys("too many cells");
    }

    @Test
    void columns_are_found_by_name_whatever_their_order() throws Exception {
        List<String> permuted = new ArrayList<>(ACTIVITY_HEADER);
        Collections.reverse(permuted);
        String row = line(
                permuted,
                Map.of(
                        "Type d'identifiant PP", "0",
                        "Identifiant PP", "012600631",
                        "Identification nationale PP", "0012600631",
                        "Nom d'exercice", "PETIT"));
        assertThat(read(String.join("|", permuted) + "\n" + row + "\n").rows())
                .extracting(Activity::idNatPs)
                .containsExactly("0012600631");
    }

    @Test
    void columns_are_found_under_their_former_names() throws Exception {
        String former =
                header().replace("Code rôle", "Code fonction").replace("Code genre activité", "CODE GENRE D'ACTIVITE");
        String row = line(
                ACTIVITY_HEADER,
                Map.of(
                        "Type d'identifiant PP", "8",
                        "Identifiant PP", "99700218896",
                        "Identification nationale PP", "899700218896",
                        "Nom d'exercice", "PETIT",
                        "Code rôle", "R1",
                        "Code genre activité", "GENR01"));
        assertThat(read(former + row + "|\n").rows()).singleElement().satisfies(activity -> {
            assertThat(activity.practice().role()).isEqualTo("R1");
            assertThat(activity.practice().kind()).isEqualTo("GENR01");
        });
    }

    @Test
    void a_missing_mandatory_column_is_named() {
        String renamed = header().replace("Nom d'exercice", "Nom inattendu");
        assertThatThrownBy(() -> read(renamed + GOOD + "|\n"))
                .isInstanceOf(RefusedFileException.class)
                .hasMessage("column missing: Nom d'exercice");
    }

    @ParameterizedTest
    @CsvSource({
        "99700218895, 899700218895, RPPS number malformed",
        "9970021889, 89970021889, RPPS number malformed",
        "99700218896, 899700218897, national identification is not type and identifier",
    })
    void a_wrong_identifier_goes_to_quarantine(String id, String idNat, String reason) throws Exception {
        String bad = line(
                ACTIVITY_HEADER,
                Map.of(
                        "Type d'identifiant PP",
                        "8",
                        "Identifiant PP",
                        id,
                        "Identification nationale PP",
                        idNat,
                        "Nom d'exercice",
                        "SECRET"));
        Table<Activity> table = read(header() + GOOD + "|\n" + bad + "|\n");
        assertThat(table.rows()).hasSize(1);
        assertThat(table.quarantine().lines()).containsExactly(new Quarantine.Line(3, reason));
    }

    @Test
    void too_many_and_too_few_cells_and_a_lost_carriage_return_go_to_quarantine() throws Exception {
        String content = header() + GOOD + "|\n" + "x|" + GOOD + "|y\n" + "8|99700218896\n"
                + GOOD.replace("Zoé", "Z\ré") + "|\n";
        assertThat(read(content).quarantine().lines())
                .containsExactly(
                        new Quarantine.Line(3, "too many cells"),
                        new Quarantine.Line(4, "too few cells"),
                        new Quarantine.Line(5, "carriage return inside the line"));
    }

    @Test
    void byte_order_mark_crlf_controls_and_odd_spaces_are_normalised() throws Exception {
        String decomposed = professional("99700218896", "Zoe\u0301\u00A0 \u0007Lou", "MARTIN");
        Table<Activity> table = read("\uFEFF" + header().replace("\n", "\r\n") + decomposed + "|\r\n");
        assertThat(table.rows())
                .singleElement()
                .satisfies(a -> assertThat(a.person().given()).isEqualTo("Zoé Lou"));
    }

    @Test
    void a_whole_file_in_latin_1_is_read() throws Exception {
        Path file = write(folder.resolve("l.txt"), header() + GOOD + "|\n", StandardCharsets.ISO_8859_1);
        assertThat(ActivityFile.format().read(file).rows())
                .extracting(a -> a.person().given())
                .containsExactly("Zoé");
    }

    @Test
    void an_empty_file_a_header_alone_and_a_cut_file_are_refused() {
        for (String content : List.of("", header(), header() + GOOD + "|\n" + GOOD.substring(0, 40), header() + GOOD)) {
            assertThatThrownBy(() -> read(content)).isInstanceOf(RefusedFileException.class);
        }
    }

    @Test
    void a_file_cut_inside_a_character_is_refused() throws Exception {
        byte[] bytes = (header() + "x".repeat(300_000) + "é").getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("cut.txt"), java.util.Arrays.copyOf(bytes, bytes.length - 1));
        assertThatThrownBy(() -> ActivityFile.format().read(file)).isInstanceOf(RefusedFileException.class);
    }

    /** A reader that stands for what it cannot read by this character has not read it here. */
    @Test
    void a_replacement_character_that_was_written_is_content() throws Exception {
        Table<Activity> table = read(header() + professional("99700218896", "Zo\uFFFD", "MARTIN") + "|\n");
        assertThat(table.rows())
                .singleElement()
                .satisfies(a -> assertThat(a.person().given()).isEqualTo("Zo\uFFFD"));
    }

    @Test
    void a_mixture_of_encodings_is_refused() throws Exception {
        byte[] latin = (header() + GOOD + "|\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf = (GOOD + "|\n").getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("mixed.txt");
        Files.write(file, latin);
        Files.write(file, utf, java.nio.file.StandardOpenOption.APPEND);
        assertThatThrownBy(() -> ActivityFile.format().read(file)).isInstanceOf(RefusedFileException.class);
    }

    @Test
    void a_file_with_many_malformed_lines_is_refused_as_a_whole() {
        assertThatThrownBy(() -> read(header() + GOOD + "|\n" + "junk\n".repeat(21)))
                .isInstanceOf(RefusedFileException.class)
                .hasMessage("21 malformed lines of 22, more than 20");
    }

    @Test
    void a_structure_registered_person_and_an_adeli_with_lost_zeros_are_read() throws Exception {
        String staff = line(
                ACTIVITY_HEADER,
                Map.of(
                        "Type d'identifiant PP", "3",
                        "Identifiant PP", "0B0057881/CPET0002",
                        "Identification nationale PP", "30B0057881/CPET0002",
                        "Nom d'exercice", "ADMINISTRATIF"));
        String adeli = line(
                ACTIVITY_HEADER,
                Map.of(
                        "Type d'identifiant PP", "0",
                        "Identifiant PP", "12600631",
                        "Identification nationale PP", "0012600631",
                        "Nom d'exercice", "PETIT"));
        assertThat(read(header() + staff + "|\n" + adeli + "|\n").rows())
                .extracting(Activity::idNatPs)
                .containsExactly("30B0057881/CPET0002", "0012600631");
    }

    @Test
    void the_published_samples_are_read_and_their_wrong_numbers_left_out() throws Exception {
        Path sample = Path.of(System.getProperty("sceau.root"), "../shared/samples/rpps")
                .resolve("Extraction_ProSanteConnect_Personne_activite_202112120512.txt");
        assumeTrue(Files.exists(sample), "SKIPPED: samples of the registry are missing: " + sample);
        Table<Activity> table = ActivityFile.format().read(sample);
        assertThat(table.rows())
                .extracting(Activity::idNatPs)
                .contains("0012800736", "810107592585")
                .doesNotContain("810107592544");
        assertThat(table.quarantine().reasons()).containsKey("national identification is not type and identifier");
    }
}
