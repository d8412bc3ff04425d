package fr.sceau.agent.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.agent.Main;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real process, killed without warning while it sends. */
@Timeout(120)
class KilledProcessTest {
    private static final int RESULTS = 40;

    @Test
    void killed_three_times_it_neither_signs_nor_delivers_twice(@TempDir Path home) throws Exception {
        Laboratory laboratory = new Laboratory(home);
        for (int i = 0; i < RESULTS; i++) {
            laboratory.result(i + ".hpr", "resultat " + i);
        }
        Set<String> kept = ConcurrentHashMap.newKeySet();
        try (ScriptedServer server = laboratory.server(Scripts.remembering(kept))) {
            for (int kill = 1; kill <= 3; kill++) {
                killAfter(kill * RESULTS / 4, laboratory, server);
            }
            Process last = start(laboratory, server.port());
            assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(last.exitValue()).isZero();
        }
        assertThat(kept).hasSize(RESULTS);
        assertThat(laboratory.reportLines()).hasSize(RESULTS).allMatch(line -> line.contains(";accepté;"));
    }

    private static void killAfter(int messages, Laboratory laboratory, ScriptedServer server) throws Exception {
        Process process = start(laboratory, server.port());
        while (server.offered().size() < messages) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(1);
        }
        process.destroyForcibly().waitFor(); // SIGKILL
    }

    private static Process start(Laboratory laboratory, int port) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "batch",
                laboratory.results().toString()));
        command.addAll(laboratory.arguments(port));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(laboratory.home().resolve("agent.log").toFile())
                .start();
    }
}
