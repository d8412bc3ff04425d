package fr.sceau.directory.server.commands;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.directory.server.TestFiles;
import fr.sceau.directory.server.publishing.NationalService;
import fr.sceau.directory.server.publishing.Publications;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator reads of the publication, and says to it. */
final class PublicationCommandTest {
    private static final String HEADER = TestFiles.OWN_HEADER + "\tredlist\n";
    private static final String KNOWN = "a@ici.mssante.test\tORG\t\t1990000001\t\t\tA";
    private static final String UNKNOWN = "b@ici.mssante.test\tORG\t\t1990000002\t\t\tB";

    private final Path home;

    PublicationCommandTest(@TempDir Path home) {
        this.home = home;
        own(KNOWN, UNKNOWN);
    }

    private void own(String... lines) {
        TestFiles.write(
                home.resolve("directory").resolve("own").resolve("mailboxes.tsv"),
                HEADER + String.join("\n", lines) + "\n");
    }

    private List<String> run(int code, String... arguments) {
        StringWriter out = new StringWriter();
        String[] all = new String[arguments.length + 3];
        all[0] = "publication";
        all[1] = "--home";
        all[2] = home.toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        int ended = DirectoryTool.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(all);
        assertThat(ended).as(out.toString()).isEqualTo(code);
        return out.toString().lines().toList();
    }

    @Test
    void without_a_service_it_says_so() {
        assertThat(run(0))
                .containsExactly(
                        "a@ici.mssante.test\tcréation en attente",
                        "b@ici.mssante.test\tcréation en attente",
                        "Rien ne part : publication.url est vide dans conf/sceau.properties.");
    }

    @Test
    void each_mailbox_is_told_and_what_was_refused_can_be_asked_again() throws Exception {
        try (NationalService service = new NationalService(home.resolve("trust").resolve("anchors"), false)) {
            service.knows("Organization https://finess.esante.gouv.fr|990000001");
            TestFiles.write(
                    home.resolve("conf").resolve("sceau.properties"), "publication.url = " + service.url() + "\n");
            own(
                    KNOWN,
                    UNKNOWN,
                    "c@ici.mssante.test\tPER",
                    "r@ici.mssante.test\tORG\t\t1990000001\t\t\t\t\t\tyes",
                    "?\t?");
            Publications running = Publications.of(home, Clock.systemUTC());
            running.run();
            List<String> told = run(3);
            assertThat(told).hasSize(5);
            assertThat(told.get(0))
                    .matches("a@ici.mssante.test\tpubliée le ../../.... ..:.., accusé [-0-9a-f]{36} W/\"7\"");
            assertThat(told.get(1))
                    .startsWith("b@ici.mssante.test\tcréation refusée le ")
                    .endsWith(" : HTTP 404 : titulaire ou structure inconnus de l'annuaire national (motif  404)");
            assertThat(told.get(2))
                    .isEqualTo("c@ici.mssante.test\tne peut pas être publiée : idnat : il faut le RPPS de son titulaire"
                            + " (8 et 11 chiffres)");
            assertThat(told.get(3)).isEqualTo("r@ici.mssante.test\tsur liste rouge, pas publiée");
            assertThat(told.get(4))
                    .isEqualTo("own/mailboxes.tsv, ligne 6 laissée de côté : type : ni PER, ni ORG, ni APP, ni CAB");

            service.knows("Organization https://finess.esante.gouv.fr|990000002");
            own(KNOWN, UNKNOWN);
            run(2, "--retry", "personne@ici.mssante.test");
            run(0, "--retry", "B@ici.mssante.test");
            assertThat(running.areDue()).as("it sees what was said").isTrue();
            running.run();
            assertThat(run(0)).hasSize(2).allMatch(line -> line.contains("publiée le"));
        }
    }
}
