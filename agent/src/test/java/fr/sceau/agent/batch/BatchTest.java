package fr.sceau.agent.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.agent.AgentException;
import fr.sceau.agent.ExitCode;
import fr.sceau.agent.batch.ScriptedServer.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BatchTest {
    private static final String ALREADY = "550 5.5.0 [already-accepted] Message deja accepte";

    private final Laboratory laboratory;

    BatchTest(@TempDir Path home) throws IOException {
        laboratory = new Laboratory(home);
    }

    /** Gives these replies to the first messages, then accepts. */
    private static Script answering(String... replies) {
        Deque<String> left = new ArrayDeque<>(List.of(replies));
        return new Script() {
            @Override
            public String message(byte[] bytes) {
                return left.isEmpty() ? "250 2.0.0 ok" : left.removeFirst();
            }
        };
    }

    /** Refuses what it has, as our server does. */
    private static Script remembering(Set<String> kept, String... firstReplies) {
        Script first = answering(firstReplies);
        return new Script() {
            @Override
            public String message(byte[] bytes) {
                boolean fresh = kept.add(new String(bytes, StandardCharsets.ISO_8859_1));
                return fresh ? first.message(bytes) : ALREADY;
            }
        };
    }

    @Test
    void every_file_is_accepted_once_and_a_second_run_sends_nothing() throws Exception {
        laboratory.result("a.hpr", "un");
        laboratory.result("b.hpr", "deux");
        try (ScriptedServer server = laboratory.server(answering())) {
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
        try (ScriptedServer server = laboratory.server(answering())) {
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
    void bytes_sealed_while_the_server_was_away_are_the_bytes_sent_later() throws Exception {
        laboratory.result("a.hpr", "un");
        int port;
        try (ScriptedServer gone = laboratory.server(answering())) {
            port = gone.port();
        }
        assertThat(laboratory.send(port, Duration.ZERO).exitCode()).isEqualTo(ExitCode.UNFINISHED);
        assertThat(laboratory.reportLines()).singleElement().asString().contains(";en attente;connexion interrompue;");
        byte[] sealed = Files.readAllBytes(onlySealed());
        try (ScriptedServer server = laboratory.server(answering())) {
            assertThat(laboratory.send(server.port()).exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(server.offered()).containsExactly(sealed);
        }
    }

    @Test
    void message_sent_and_not_acknowledged_is_offered_again_as_it_was_and_counts_once() throws Exception {
        laboratory.result("a.hpr", "un");
        Set<String> kept = new HashSet<>();
        try (ScriptedServer server = laboratory.server(remembering(kept, ScriptedServer.CUT))) {
            BatchSummary summary = laboratory.send(server.port());
            assertThat(summary.accepted()).isEqualTo(1);
            assertThat(server.offered()).hasSize(2);
            assertThat(kept).hasSize(1);
        }
    }

    @Test
    void acknowledgement_lost_with_the_process_is_made_good_by_the_next_run() throws Exception {
        laboratory.result("a.hpr", "un");
        Set<String> kept = new HashSet<>();
        try (ScriptedServer server = laboratory.server(remembering(kept, ScriptedServer.CUT))) {
            assertThat(laboratory.send(server.port(), Duration.ZERO).remaining())
                    .isEqualTo(1);
            assertThat(laboratory.send(server.port()).accepted()).isEqualTo(1);
            assertThat(kept).hasSize(1);
        }
    }

    @Test
    void temporary_refusal_is_tried_again_and_lets_the_others_pass() throws Exception {
        laboratory.result("a.hpr", "un");
        laboratory.result("b.hpr", "deux");
        try (ScriptedServer server = laboratory.server(answering("451 4.3.0 base absente"))) {
            assertThat(laboratory.send(server.port()).accepted()).isEqualTo(2);
            assertThat(server.offered()).hasSize(3);
            assertThat(server.offered().get(2))
                    .isEqualTo(server.offered().get(0))
                    .isNotEqualTo(server.offered().get(1));
        }
    }

    @Test
    void server_restarting_is_waited_for() throws Exception {
        laboratory.result("a.hpr", "un");
        ScriptedServer first = laboratory.server(answering());
        int port = first.port();
        first.close();
        Thread restart = new Thread(() -> {
            try {
                Thread.sleep(1500);
                laboratory.server(port, answering());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        restart.start();
        assertThat(laboratory.send(port).accepted()).isEqualTo(1);
        restart.join();
    }

    @Test
    void refusal_is_final_reported_in_the_servers_words_and_retried_only_when_asked() throws Exception {
        laboratory.result("a.hpr", "un");
        laboratory.result("b.hpr", "deux");
        String refusal = "550 5.7.1 [recipient-unknown] Destinataire inconnu; voir";
        try (ScriptedServer server = laboratory.server(answering(refusal))) {
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
        try (ScriptedServer server = laboratory.server(answering())) {
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
        try (ScriptedServer server = laboratory.server(answering())) {
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
        try (ScriptedServer server = laboratory.server(answering())) {
            assertThat(laboratory.send(server.port()).exitCode()).isEqualTo(ExitCode.REFUSALS);
            assertThat(server.offered()).hasSize(1);
            assertThat(laboratory.reportLines()).contains("b.hpr;;refusé;aucun destinataire dans la table;;;");
        }
    }

    @Test
    void cell_that_a_spreadsheet_would_run_is_defused() throws Exception {
        laboratory.result("=HYPERLINK(1).hpr", "un");
        try (ScriptedServer server = laboratory.server(answering())) {
            laboratory.send(server.port());
            assertThat(laboratory.reportLines().get(0)).startsWith("'=HYPERLINK(1).hpr;");
            assertThat(Files.readString(laboratory.report()))
                    .startsWith("\ufefffichier;destinataire;état;motif;accusé;message-id;horodatage\r\n");
        }
    }

    @Test
    void wrong_password_ends_the_run_at_once() throws Exception {
        laboratory.result("a.hpr", "un");
        Script script = new Script() {
            @Override
            public String login() {
                return "535 5.7.8 non";
            }
        };
        try (ScriptedServer server = laboratory.server(script)) {
            assertThatThrownBy(() -> laboratory.send(server.port()))
                    .isInstanceOf(AgentException.class)
                    .hasMessage("identifiant ou mot de passe refusé par le serveur");
            assertThat(server.offered()).isEmpty();
        }
    }

    @Test
    void accounts_away_behind_the_server_are_waited_for() throws Exception {
        laboratory.result("a.hpr", "un");
        Deque<String> logins = new ArrayDeque<>(List.of("454 4.7.0 plus tard"));
        Script script = new Script() {
            @Override
            public String login() {
                return logins.isEmpty() ? "235 2.7.0 ok" : logins.removeFirst();
            }
        };
        try (ScriptedServer server = laboratory.server(script)) {
            assertThat(laboratory.send(server.port()).accepted()).isEqualTo(1);
        }
    }

    private Path onlySealed() throws Exception {
        try (var files = Files.list(laboratory.results().resolve(".sceau-batch/sealed"))) {
            List<Path> sealed = files.toList();
            assertThat(sealed).hasSize(1);
            return sealed.get(0);
        }
    }
}
