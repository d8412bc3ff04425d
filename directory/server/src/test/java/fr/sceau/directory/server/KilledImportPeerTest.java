package fr.sceau.directory.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.sceau.directory.server.commands.DirectoryTool;
import fr.sceau.directory.server.entries.DirectorySchema;
import fr.sceau.directory.server.index.Country;
import fr.sceau.directory.server.nation.Nation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports that are killed (SIGKILL) at any moment: what is served is the version before or the new one, and complete. */
final class KilledImportPeerTest {
    private static final int KILLS = 20;
    private static final int ATTEMPTS = 3 * KILLS;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final Nation NATION = new Nation(new Nation.Size(88_000, 18_000, 24_000, 45_000), 3);

    private final Path folder;
    private final Map<LocalDate, Long> complete = new HashMap<>();

    KilledImportPeerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** 100,000 lines of activity; from one day to the other and back, so that each import changes what is served. */
    @Test
    void version_is_complete_whenever_an_import_is_killed() throws Exception {
        assumeTrue("1".equals(System.getenv("SCEAU_PEERS")), "SKIPPED: SCEAU_PEERS=1 is not set");
        long lasts = preparedMillis();
        Random random = new Random(42);
        int killed = 0;
        for (int i = 0; i < ATTEMPTS && killed < KILLS; i++) {
            LocalDate before = served();
            LocalDate next = before.equals(FIRST) ? SECOND : FIRST;
            Process process = start(next);
            if (process.waitFor(random.nextLong(lasts), TimeUnit.MILLISECONDS)) {
                assertThat(process.exitValue()).isZero();
            } else {
                process.destroyForcibly().waitFor();
                killed++;
            }
            assertThat(served()).isIn(before, next);
        }
        assertThat(killed).as("imports that were killed before their end").isEqualTo(KILLS);
        assertThat(start(FIRST).waitFor()).isZero();
        assertThat(served()).isEqualTo(FIRST);
    }

    /** The first day is imported as a whole, the second as what changed: this is what will be killed, and how long it lasts. */
    private long preparedMillis() throws Exception {
        long lasted = 0;
        for (LocalDate day : List.of(FIRST, SECOND)) {
            NATION.write(files(day), day.getDayOfMonth(), "202601010400", done -> {});
            long start = System.nanoTime();
            assertThat(start(day).waitFor()).isZero();
            lasted = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            try (Country country = open()) {
                complete.put(day, country.fingerprint());
            }
        }
        assertThat(complete.get(FIRST)).isNotEqualTo(complete.get(SECOND));
        return lasted;
    }

    /** The day of the version that is there, once it has been compared with what that day has to be. */
    private LocalDate served() {
        try (Country country = open()) {
            LocalDate day = country.version().day();
            assertThat(country.fingerprint()).isEqualTo(complete.get(day));
            return day;
        }
    }

    private Country open() {
        return Country.open(folder.resolve("index"), DirectorySchema.load());
    }

    private Process start(LocalDate day) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                DirectoryTool.class.getName(),
                "import",
                "--index",
                folder.resolve("index").toString(),
                "--day",
                day.toString(),
                files(day).toString());
        Path log = Files.createTempFile(folder, "import", ".log");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private Path files(LocalDate day) {
        return folder.resolve(day.toString());
    }
}
