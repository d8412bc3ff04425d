package fr.sceau.directory.server.commands;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.directory.server.TestFiles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of the house beside what is published of its domains. */
final class ReconcileCommandTest {
    private static final String CLAIRE = "899700218896";
    private static final String ANNE = "899700000021";

    private final Path folder;

    ReconcileCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static String published(String address, String type, String idNat, String structure) {
        return TestFiles.line(
                TestFiles.MAILBOX_HEADER,
                Map.of(
                        "Type de BAL", type,
                        "Adresse BAL", address + ".mssante.test",
                        "Identification nationale PP", idNat,
                        "Type identifiant structure", structure.isEmpty() ? "" : "1",
                        "Identification Structure", structure));
    }

    private static String own(String address, String type, String idNat, String structure) {
        return address + ".mssante.test\t" + type + "\t" + idNat + "\t" + structure + "\tNom\tPrénom\t\t\t";
    }

    @BeforeEach
    void publish() throws Exception {
        Path files = Files.createDirectory(folder.resolve("files"));
        TestFiles.activities(
                files.resolve("PS_LibreAcces_Personne_activite_202610310800.txt"),
                TestFiles.professional("99700218896", "Claire", "MARTIN"));
        TestFiles.mailboxes(
                files.resolve("Extraction_Correspondance_MSSante_202610310900.txt"),
                published("juste@ici", "PER", CLAIRE, ""),
                published("service@ici", "ORG", "", "990000001"),
                published("service@ici", "ORG", "", "990000002"),
                published("passee@ici", "PER", ANNE, ""),
                published("deplacee@ici", "ORG", "", "990000001"),
                published("type@ici", "ORG", "", "990000001"),
                published("oubliee@ici", "PER", CLAIRE, ""),
                published("autre@ailleurs", "PER", CLAIRE, ""));
        assertThat(run(new StringWriter(), "import", "--index", index(), "--trial", files.toString()))
                .isZero();
    }

    private String index() {
        return folder.resolve("index").toString();
    }

    private int reconcile(StringWriter out, String... lines) {
        Path table = TestFiles.own(folder.resolve("mailboxes.tsv"), lines);
        return run(out, "reconcile", "--index", index(), table.toString());
    }

    private static int run(StringWriter out, String... arguments) {
        return DirectoryTool.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(arguments);
    }

    @Test
    void each_difference_is_told_and_what_is_never_published_is_none() {
        StringWriter out = new StringWriter();
        int code = reconcile(
                out,
                own("juste@ici", "PER", CLAIRE, ""),
                own("service@ici", "ORG", "", "1990000001"),
                own("service@ici", "ORG", "", "1990000002"),
                own("passee@ici", "PER", CLAIRE, ""),
                own("deplacee@ici", "ORG", "", "1990000009"),
                own("type@ici", "APP", "", "1990000001"),
                own("absente@ici", "PER", CLAIRE, ""),
                own("logiciel@ici", "APP", "", "1990000001"));
        assertThat(code).isEqualTo(3);
        assertThat(out.toString().lines())
                .containsExactly(
                        "absente@ici.mssante.test\tabsente de l'annuaire national",
                        "deplacee@ici.mssante.test\tpubliée pour une autre structure",
                        "oubliee@ici.mssante.test\tdans l'annuaire national, mais pas dans own/mailboxes.tsv",
                        "passee@ici.mssante.test\tpubliée pour un autre titulaire",
                        "type@ici.mssante.test\tpubliée sous un autre type",
                        "7 boîtes comparées à la version 1, écarts : 5");
    }

    @Test
    void house_that_is_published_as_it_is_has_none() {
        StringWriter out = new StringWriter();
        assertThat(reconcile(out, own("autre@ailleurs", "PER", CLAIRE, ""))).isZero();
        assertThat(out.toString().lines()).containsExactly("1 boîtes comparées à la version 1, écarts : 0");
    }

    @Test
    void red_list_is_not_published_and_is_told_when_it_is() throws Exception {
        StringWriter out = new StringWriter();
        Path table = TestFiles.write(
                folder.resolve("mailboxes.tsv"),
                TestFiles.OWN_HEADER + "\tredlist\n" + own("autre@ailleurs", "PER", CLAIRE, "") + "\tyes\n"
                        + own("rouge@ailleurs", "PER", CLAIRE, "") + "\tyes\n");
        assertThat(run(out, "reconcile", "--index", index(), table.toString())).isEqualTo(3);
        assertThat(out.toString().lines())
                .containsExactly(
                        "autre@ailleurs.mssante.test\tpubliée, bien que sur liste rouge",
                        "2 boîtes comparées à la version 1, écarts : 1");
    }

    @Test
    void line_that_nobody_understands_is_counted() {
        StringWriter out = new StringWriter();
        assertThat(reconcile(out, own("autre@ailleurs", "PER", CLAIRE, ""), own("x@ici", "QUI", "", "")))
                .isZero();
        assertThat(out.toString()).contains("Lignes incomprises de la table, non comparées : 1");
    }
}
