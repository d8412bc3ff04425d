package fr.sceau.agent.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.agent.ExitCode;
import fr.sceau.agent.batch.ScriptedServer.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BatchTest {
    private final Laboratory laboratory;

    BatchTest(@TempDir Path home) throws IOException {
        laboratory = new Laboratory(home);
    }

    @Test
    void every_file_is_accepted_once_and_a_second_run_sends_nothing() throws Exception {
        laboratory.result("a.hpr", "un");
        laboratory.result("b.hpr", "deux");
        try (ScriptedServer server = laboratory.server(Scripts.answering())) {
            BatchSummary summary = laboratory.send(server.port());
            assertThat(summary).isEqualTo(new BatchSummary(2, 2, 0, 0, 0));
            assertThat(summary.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(laboratory.send(server.port())).isEqualTo(summary);
            assertThat(server.offered()).hasSize(2);
        }
    }

    @Test
    void envelope_asks_for_reports_and_names_the_message() throws Exception {
        laboratory.result("a.hpr", "un");
        try (ScriptedServer server = laboratory.server(Scripts.answering())) {
            laboratory.send(server.port());
            assertThat(server.commands())
                    .anyMatch(c ->
                            c.matches("MAIL FROM:<laboratoire@exemple.mssante.test>.* RET=HDRS ENVID=[0-9a-f]{40}"));
            assertThat(server.commands())
                    .contains("RCPT TO:<" + Laboratory.DOCTOR + "> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;"
                            + Laboratory.DOCTOR);
        }
    }

    @Test
    void refusal_is_final_reported_in_the_servers_words_and_retried_only_when_asked() throws Exception {
        laboratory.result("a.hpr", "un");
        laboratory.result("b.hpr", "deux");
        String refusal = "550 5.7.1 [recipient-unknown] Destinataire inconnu; voir";
        try (ScriptedServer server = laboratory.server(Scripts.answering(refusal))) {
            BatchSummary summary = laboratory.send(server.port());
            assertThat(summary).isEqualTo(new BatchSummary(2, 1, 1, 0, 0));
            assertThat(summary.exitCode()).isEqualTo(ExitCode.REFUSALS);
            assertThat(laboratory.reportLines().get(0))
                    .startsWith("a.hpr;" + Laboratory.DOCTOR
                            + ";refusé;\"550 5.7.1 [recipient-unknown] Destinataire inconnu; voir\";;<");
            laboratory.send(server.port());
            assertThat(server.offered()).hasSize(2);
            Batch again =
                    new Batch(laboratory.options(server.port(), Duration.ofSeconds(5), true), BatchListener.SILENT);
            assertThat(again.run().accepted()).isEqualTo(2);
            assertThat(server.offered().get(2)).isEqualTo(server.offered().get(0));
        }
    }

    @Test
    void refusal_of_the_recipient_is_a_refusal_too() throws Exception {
        laboratory.result("a.hpr", "un");
        Script script = new Script() {
            @Override
            public String recipient(String command) {
                return "550 5.1.1 inconnu";
            }
        };
        try (ScriptedServer server = laboratory.server(script)) {
            assertThat(laboratory.send(server.port()).refused()).isEqualTo(1);
            assertThat(laboratory.reportLines().get(0)).contains(";refusé;550 5.1.1 inconnu;");
        }
    }

    @Test
    void file_changed_after_it_was_sent_is_sealed_anew_and_reported() throws Exception {
        laboratory.result("a.hpr", "un");
        try (ScriptedServer server = laboratory.server(Scripts.answering())) {
            laboratory.send(server.port());
            laboratory.result("a.hpr", "corrigé");
            assertThat(laboratory.send(server.port()).accepted()).isEqualTo(1);
            assertThat(server.offered()).hasSize(2).doesNotHaveDuplicates();
            assertThat(laboratory.reportLines()).hasSize(2);
            assertThat(laboratory.reportLines().get(1)).contains(";accepté;fichier modifié depuis un envoi précédent;");
        }
    }

    @Test
    void file_changed_before_any_answer_replaces_what_was_sealed() throws Exception {
        laboratory.result("a.hpr", "faux");
        assertThat(laboratory.send(1, Duration.ZERO).remaining()).isEqualTo(1);
        laboratory.result("a.hpr", "corrigé");
        try (ScriptedServer server = laboratory.server(Scripts.answering())) {
            laboratory.send(server.port());
            assertThat(server.offered()).hasSize(1);
            assertThat(laboratory.reportLines().get(0)).contains(";remplacé;fichier modifié avant l'envoi;");
            assertThat(laboratory.reportLines().get(1)).contains(";accepté;");
        }
    }

    @Test
    void file_without_recipient_is_reported_and_the_others_leave() throws Exception {
        laboratory.result("a.hpr", "un");
        laboratory.result("b.hpr", "deux");
        laboratory.table("a.hpr\t" + Laboratory.DOCTOR + "\n");
        try (ScriptedServer server = laboratory.server(Scripts.answering())) {
            assertThat(laboratory.send(server.port()).exitCode()).isEqualTo(ExitCode.REFUSALS);
            assertThat(server.offered()).hasSize(1);
            assertThat(laboratory.reportLines()).contains("b.hpr;;refusé;aucun destinataire dans la table;;;;");
        }
    }

    @Test
    void cell_that_a_spreadsheet_would_run_is_defused() throws Exception {
        laboratory.result("=HYPERLINK(1).hpr", "un");
        try (ScriptedServer server = laboratory.server(Scripts.answering())) {
            laboratory.send(server.port());
            assertThat(laboratory.reportLines().get(0)).startsWith("'=HYPERLINK(1).hpr;");
            assertThat(Files.readString(laboratory.report()))
                    .startsWith("\ufefffichier;destinataire;état;motif;accusé;message-id;horodatage;conseil\r\n");
        }
    }
}
