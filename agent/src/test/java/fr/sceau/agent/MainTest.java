package fr.sceau.agent;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.agent.batch.Laboratory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(errors, true), arguments);
    }

    private int batch(Laboratory laboratory, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("batch", laboratory.results().toString()));
        arguments.addAll(laboratory.arguments(1));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(new String[0]));
    }

    @Test
    void help_describes_the_table_and_the_exit_codes() {
        assertThat(run("batch", "--help")).isZero();
        assertThat(out.toString()).contains("destinataires.tsv", "Codes de retour", "fichier;destinataire;état");
    }

    @Test
    void missing_command_or_option_is_a_usage_error() {
        assertThat(run()).isEqualTo(64);
        assertThat(run("batch", "/tmp")).isEqualTo(64);
        assertThat(run("batch", "/tmp", "--server=x", "--from=a@b.c", "--p12=x", "--wait-receipts=3"))
                .isEqualTo(64);
        assertThat(errors.toString()).contains("durée attendue");
    }

    @Test
    void wrong_line_of_the_table_is_a_usage_error_and_sends_nothing(@TempDir Path home) throws Exception {
        Laboratory laboratory = new Laboratory(home);
        Files.writeString(laboratory.results().resolve("destinataires.tsv"), "absent.hpr\tx@exemple.fr\n");
        assertThat(batch(laboratory)).isEqualTo(64);
        assertThat(errors.toString()).contains("ligne 1 : fichier absent");
    }

    @Test
    void unreadable_key_is_a_usage_error_that_shows_no_password(@TempDir Path home) throws Exception {
        Laboratory laboratory = new Laboratory(home);
        Files.writeString(laboratory.results().resolve("a.hpr"), "un");
        Files.writeString(home.resolve("password"), "faux-mot-de-passe");
        assertThat(batch(laboratory)).isEqualTo(64);
        assertThat(errors.toString()).contains("clé de signature").doesNotContain("faux-mot-de-passe");
    }

    @Test
    void server_that_never_answers_leaves_the_batch_unfinished(@TempDir Path home) throws Exception {
        Laboratory laboratory = new Laboratory(home);
        Files.writeString(laboratory.results().resolve("a.hpr"), "un");
        assertThat(batch(laboratory, "--patience=0s")).isEqualTo(3);
        assertThat(out.toString()).contains("0 acceptés", "1 en attente").doesNotContain("a.hpr");
    }

    @Test
    void server_with_a_certificate_of_somebody_else_is_refused(@TempDir Path home) throws Exception {
        Laboratory laboratory = new Laboratory(home);
        Files.writeString(laboratory.results().resolve("a.hpr"), "un");
        assertThat(laboratory.sendToAStranger())
                .isInstanceOf(AgentException.class)
                .hasMessage("le certificat du serveur n'est pas digne de confiance");
    }
}
