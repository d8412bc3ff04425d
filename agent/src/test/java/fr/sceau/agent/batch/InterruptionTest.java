package fr.sceau.agent.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.agent.AgentException;
import fr.sceau.agent.ExitCode;
import fr.sceau.agent.batch.ScriptedServer.Script;
import java.io.IOException;
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
class InterruptionTest {
    private final Laboratory laboratory;

    InterruptionTest(@TempDir Path home) throws IOException {
        laboratory = new Laboratory(home);
    }

    @Test
    void bytes_sealed_while_the_server_was_away_are_the_bytes_sent_later() throws Exception {
        laboratory.result("a.hpr", "un");
        int port;
        try (ScriptedServer gone = laboratory.server(Scripts.answering())) {
            port = gone.port();
        }
        assertThat(laboratory.send(port, Duration.ZERO).exitCode()).isEqualTo(ExitCode.UNFINISHED);
        assertThat(laboratory.reportLines()).singleElement().asString().contains(";en attente;connexion interrompue;");
        byte[] sealed = Files.readAllBytes(onlySealed());
        try (ScriptedServer server = laboratory.server(Scripts.answering())) {
            assertThat(laboratory.send(server.port()).exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(server.offered()).containsExactly(sealed);
        }
    }

    @Test
    void message_sent_and_not_acknowledged_is_offered_again_as_it_was_and_counts_once() throws Exception {
        laboratory.result("a.hpr", "un");
        Set<String> kept = new HashSet<>();
        try (ScriptedServer server = laboratory.server(Scripts.remembering(kept, ScriptedServer.CUT))) {
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
        try (ScriptedServer server = laboratory.server(Scripts.remembering(kept, ScriptedServer.CUT))) {
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
        try (ScriptedServer server = laboratory.server(Scripts.answering("451 4.3.0 base absente"))) {
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
        ScriptedServer first = laboratory.server(Scripts.answering());
        int port = first.port();
        first.close();
        Thread restart = new Thread(() -> {
            try {
                Thread.sleep(1500);
                laboratory.server(port, Scripts.answering());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        restart.start();
        assertThat(laboratory.send(port).accepted()).isEqualTo(1);
        restart.join();
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
