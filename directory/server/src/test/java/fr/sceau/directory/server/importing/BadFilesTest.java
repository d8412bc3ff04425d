package fr.sceau.directory.server.importing;

import static fr.sceau.directory.server.importing.Morning.ACTIVITIES;
import static fr.sceau.directory.server.importing.Morning.MAILBOXES;
import static fr.sceau.directory.server.importing.Morning.octets;
import static fr.sceau.directory.server.importing.Morning.plus;
import static fr.sceau.directory.server.importing.Morning.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.directory.server.importing.Morning.Bend;
import fr.sceau.directory.server.index.Tally;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a morning's file may be, and what becomes of it: refused as a whole and the directory stays; a line left out with its
 * reason; or taken. The first number is that of the kind of bad input.
 */
final class BadFilesTest {
    private static final String LINE =
            "8|99900000011|899900000011|||M|Monsieur|%s|Zoé|60|Infirmier|C|Civil|||||" + "|".repeat(39) + "\n";
    private static final String BOX = "%s|%s|%s||%s|||||DUPRÉ|Zoé" + "|".repeat(20) + "\n";

    private static Path prepared;

    private final Path folder;
    private Morning morning;

    BadFilesTest(@TempDir Path folder) {
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

    /** @param says part of the reason */
    private record Refused(String name, String prefix, Bend bend, String says) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Refused> refused() {
        return Stream.of(
                new Refused("1 empty", ACTIVITIES, octets(all -> new byte[0]), "empty"),
                new Refused("1 header only", ACTIVITIES, text(all -> header(all)), "no usable line"),
                new Refused("1 header only, mailboxes", MAILBOXES, text(all -> header(all)), "no usable line"),
                new Refused("2 cut inside a line", MAILBOXES, text(all -> all.substring(0, all.length() - 9)), "cut"),
                new Refused("2 cut inside a character", MAILBOXES, octets(BadFilesTest::cutInCharacter), "character"),
                new Refused("3 a tenth fewer", ACTIVITIES, text(all -> fewer(all, 0.9)), "lines where there were"),
                new Refused(
                        "4 unknown title",
                        ACTIVITIES,
                        text(all -> all.replace("|Nom d'", "|Patronyme d'")),
                        "Nom d'exercice"),
                new Refused("10 mixed encodings", ACTIVITIES, octets(BadFilesTest::mixed), "mixes"),
                new Refused(
                        "12 more than one in a thousand malformed",
                        MAILBOXES,
                        text(all -> all.replace("@", "@@")),
                        "no usable line"),
                new Refused("28 older than what is served", MAILBOXES, Bend.dated("202512310400"), "older"),
                new Refused(
                        "30 a page of the web",
                        MAILBOXES,
                        text(all -> "<html><body>503</body></html>\n"),
                        "page of the web"),
                new Refused("31 a zip cut at half", MAILBOXES, zippedHalf(), "damaged or cut"),
                new Refused(
                        "32 two members of one name",
                        MAILBOXES,
                        Bend.zipped("a/" + MAILBOXES + "1.txt", "b/" + MAILBOXES + "2.txt"),
                        "2 members"),
                new Refused("32 no such member", MAILBOXES, Bend.zipped("other.txt"), "0 members"),
                new Refused("32 out of the folder", MAILBOXES, Bend.zipped("../" + MAILBOXES + "1.txt"), "leads out"));
    }

    private static Bend zippedHalf() {
        Bend whole = Bend.zipped(MAILBOXES + "1.txt");
        return octets(all -> {
            byte[] zip = whole.octets().apply(all);
            return Arrays.copyOf(zip, zip.length / 2);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void file_that_cannot_be_trusted_changes_nothing(Refused bad) throws Exception {
        morning.bend(bad.prefix(), bad.bend());
        assertThatThrownBy(morning::run)
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining(bad.says());
        assertThat(morning.country().version().number()).isEqualTo(1);
    }

    private record Harmless(String name, String prefix, Bend bend) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Harmless> harmless() {
        return Stream.of(
                new Harmless("4 former title", ACTIVITIES, text(all -> all.replace("|Code rôle|", "|Code fonction|"))),
                new Harmless(
                        "4 other accents and case", ACTIVITIES, text(all -> all.replace("|Code rôle|", "|CODE ROLE|"))),
                new Harmless("4 one more column", ACTIVITIES, text(all -> all.replace("|\n", "|nouveau|\n"))),
                new Harmless("5 columns in another order", ACTIVITIES, text(BadFilesTest::permuted)),
                new Harmless("6 no separator at the end", ACTIVITIES, text(all -> all.replace("|\n", "\n"))),
                new Harmless("6 two separators at the end", ACTIVITIES, text(all -> all.replace("|\n", "||\n"))),
                new Harmless("9 CRLF", ACTIVITIES, text(all -> all.replace("\n", "\r\n"))),
                new Harmless("9 byte order mark", MAILBOXES, text(all -> "\uFEFF" + all)),
                new Harmless(
                        "9 control characters",
                        ACTIVITIES,
                        text(all -> all.replace("|Infirmier|", "|Infir\u0000mier\u0007|"))),
                new Harmless(
                        "11 decomposed accents",
                        ACTIVITIES,
                        text(all -> Normalizer.normalize(all, Normalizer.Form.NFD))),
                new Harmless(
                        "11 odd spaces",
                        ACTIVITIES,
                        text(all -> all.replace("CABINET DU DR ", " CABINET\u00A0DU  DR\u202F"))),
                new Harmless(
                        "14 zeros lost in an ADELI number",
                        ACTIVITIES,
                        text(all -> all.replaceAll("(?m)^0\\|0(\\d{8})\\|", "0|$1|"))),
                new Harmless(
                        "19 lines twice",
                        ACTIVITIES,
                        text(all -> all + all.substring(header(all).length()))),
                new Harmless(
                        "21 upper case in addresses",
                        MAILBOXES,
                        text(all -> all.replace(".mssante.fr|", ".MSSANTE.FR|"))),
                new Harmless("32 in a zip", MAILBOXES, Bend.zipped("dossier/" + MAILBOXES + "1.txt")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void what_does_not_matter_changes_nothing(Harmless odd) throws Exception {
        morning.bend(odd.prefix(), odd.bend());
        Tally tally = morning.run().tally();
        assertThat(List.of(tally.added(), tally.changed(), tally.missing(), tally.removed()))
                .containsOnly(0);
        assertThat(tally.same()).isEqualTo(morning.country().size());
    }

    /** @param reason why the line is left out */
    private record Malformed(String name, String prefix, String line, String reason) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Malformed> malformed() {
        String good = String.format(LINE, "DUPRÉ");
        return Stream.of(
                new Malformed(
                        "8 separator inside a value", ACTIVITIES, String.format(LINE, "DU|PRÉ"), "too many cells"),
                new Malformed(
                        "9 CR inside a line",
                        ACTIVITIES,
                        String.format(LINE, "DU\rPRÉ"),
                        "carriage return inside the line"),
                new Malformed(
                        "12 check digit",
                        ACTIVITIES,
                        good.replace("99900000011", "99900000012"),
                        "RPPS number malformed"),
                new Malformed(
                        "12 ten digits",
                        ACTIVITIES,
                        good.replace("99900000011", "9990000001"),
                        "RPPS number malformed"),
                new Malformed(
                        "12 letters", ACTIVITIES, good.replace("99900000011", "9990O000011"), "RPPS number malformed"),
                new Malformed(
                        "13 another identification",
                        ACTIVITIES,
                        good.replace("|899900000011|", "|812345678901|"),
                        "national identification is not type and identifier"),
                new Malformed(
                        "21 space in an address",
                        MAILBOXES,
                        String.format(BOX, "PER", "zo e@a.mssante.fr", "", ""),
                        "address malformed"),
                new Malformed(
                        "21 two @",
                        MAILBOXES,
                        String.format(BOX, "PER", "zoe@@a.mssante.fr", "", ""),
                        "address malformed"),
                new Malformed(
                        "21 dot at the end",
                        MAILBOXES,
                        String.format(BOX, "PER", "zoe@a.mssante.fr.", "", ""),
                        "address malformed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void malformed_line_is_left_out_with_its_reason_and_the_others_are_taken(Malformed bad) throws Exception {
        morning.bend(bad.prefix(), plus(bad.line()));
        Import.Report report = morning.run();
        assertThat(report.quarantine().values().stream().flatMap(each -> each.reasons().keySet().stream()))
                .containsExactly(bad.reason());
        assertThat(report.tally().added()).isZero();
        assertThat(report.tally().missing()).isZero();
    }

    private static String header(String all) {
        return all.substring(0, all.indexOf('\n') + 1);
    }

    private static String fewer(String all, double part) {
        List<String> lines = all.lines().toList();
        return lines.stream().limit(Math.round(lines.size() * part)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static byte[] cutInCharacter(byte[] all) {
        int at = all.length - 1;
        while ((all[at] & 0xC0) != 0xC0) { // the first octet of several
            at--;
        }
        return Arrays.copyOf(all, at + 1);
    }

    private static byte[] mixed(byte[] all) {
        byte[] more = String.format(LINE, "DUPRÉ").getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = Arrays.copyOf(all, all.length + more.length);
        System.arraycopy(more, 0, both, all.length, more.length);
        return both;
    }

    /** The first four columns at the end. */
    private static String permuted(String all) {
        return all.lines()
                .map(line -> line.replaceFirst("^([^|]*\\|[^|]*\\|[^|]*\\|[^|]*)\\|(.*)\\|$", "$2|$1|"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
