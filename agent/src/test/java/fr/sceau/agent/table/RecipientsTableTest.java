package fr.sceau.agent.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.agent.AgentException;
import fr.sceau.agent.ExitCode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipientsTableTest {
    private final Path folder;

    RecipientsTableTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("a.hpr"), "a");
        Files.writeString(folder.resolve("b.hpr"), "b");
    }

    private RecipientsTable table(String text) throws IOException, AgentException {
        Files.writeString(folder.resolve(RecipientsTable.TAB_SEPARATED), text);
        return RecipientsTable.load(folder, Set.of());
    }

    @Test
    void rows_of_a_file_come_before_the_row_for_all_others() throws Exception {
        RecipientsTable table = table(
                "fichier\tdestinataire\tobjet\n# note\n\na.hpr\tX@exemple.fr\tBiologie\na.hpr\ty@exemple.fr\n*\tz@exemple.fr\n");
        assertThat(table.assignments())
                .containsExactly(
                        new Assignment("a.hpr", "x@exemple.fr", "Biologie"),
                        new Assignment("a.hpr", "y@exemple.fr", "Résultats d'examens"),
                        new Assignment("b.hpr", "z@exemple.fr", "Résultats d'examens"));
        assertThat(table.unassigned()).isEmpty();
    }

    @Test
    void files_that_nobody_gets_are_named() throws Exception {
        assertThat(table("a.hpr\tx@exemple.fr\n").unassigned()).containsExactly("b.hpr");
    }

    @Test
    void every_wrong_line_is_named_with_its_number() {
        String text = "fichier\tdestinataire\n"
                + "absent.hpr\tx@exemple.fr\n"
                + "a.hpr\tpas-une-adresse\n"
                + "a.hpr\n"
                + "b.hpr\tx@exemple.fr\tPatient 1 90 01 75 123 456 78\n"
                + "b.hpr\tz@exemple.fr\n"
                + "b.hpr\tZ@exemple.fr\n";
        assertThatThrownBy(() -> table(text))
                .isInstanceOfSatisfying(
                        AgentException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("destinataires.tsv, ligne 2 : fichier absent du dossier")
                .hasMessageContaining("ligne 3 : adresse de destinataire invalide")
                .hasMessageContaining("ligne 4 : 2 ou 3 colonnes attendues, 1 lues")
                .hasMessageContaining("ligne 5 : l'objet contient un numéro d'identité")
                .hasMessageContaining("ligne 7 : même fichier et même destinataire");
    }

    @Test
    void address_cannot_smuggle_a_command_or_a_header() {
        assertThatThrownBy(() -> table("a.hpr\tx@exemple.fr> NOTIFY=NEVER\n")).hasMessageContaining("ligne 1");
        assertThatThrownBy(() -> table("a.hpr\tx@exemple.fr\tobjet\u000bBcc: y\n"))
                .hasMessageContaining("ligne 1");
    }

    @Test
    void table_of_a_french_spreadsheet_is_read() throws Exception {
        String text =
                "Fichier;Destinataire;Objet\r\n\"a.hpr\";x@exemple.fr;\"Résultats ; \"\"suite\"\"\"\r\nb.hpr;y@exemple.fr;\r\n";
        Path csv = folder.resolve(RecipientsTable.SEMICOLON_SEPARATED);
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("windows-1252")}) {
            Files.write(csv, text.getBytes(charset));
            RecipientsTable table = RecipientsTable.load(folder, Set.of());
            assertThat(table.assignments().get(0).subject()).isEqualTo("Résultats ; \"suite\"");
            assertThat(table.assignments().get(1).recipient()).isEqualTo("y@exemple.fr");
        }
    }

    @Test
    void no_table_two_tables_and_an_empty_table_are_errors() throws Exception {
        assertThatThrownBy(() -> RecipientsTable.load(folder, Set.of())).hasMessageContaining("aucune table");
        assertThatThrownBy(() -> table("fichier\tdestinataire\n")).hasMessageContaining("aucune ligne");
        Files.writeString(folder.resolve(RecipientsTable.SEMICOLON_SEPARATED), "");
        assertThatThrownBy(() -> table("*\tx@exemple.fr\n")).hasMessageContaining("deux tables");
    }

    @Test
    void report_hidden_files_and_folders_are_no_results() throws Exception {
        Path report = Files.writeString(folder.resolve("rapport.csv"), "");
        Files.writeString(folder.resolve(".cache"), "");
        Files.createDirectory(folder.resolve("sous-dossier"));
        Files.writeString(folder.resolve(RecipientsTable.TAB_SEPARATED), "*\tx@exemple.fr\n");
        RecipientsTable table = RecipientsTable.load(folder, Set.of(report));
        assertThat(table.assignments()).extracting(Assignment::file).containsExactly("a.hpr", "b.hpr");
    }
}
