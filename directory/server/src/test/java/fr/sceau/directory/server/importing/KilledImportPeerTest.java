package fr.sceau.directory.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldap.sdk.Entry;
import fr.sceau.directory.server.commands.DirectoryTool;
import fr.sceau.directory.server.entries.DirectorySchema;
import fr.sceau.directory.server.index.Country;
import fr.sceau.directory.server.nation.Nation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports that are killed (SIGKILL) at any moment: what is served is the version before or the new one, and complete. */
final class KilledImportPeerTest {
    private static final int KILLS = 20;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Nation NATION = new Nation(new Nation.Size(88_000, 18_000, 24_000, 45_000), 3);

    private final Path folder;
    private final Map<LocalDate, Set<Integer>> complete = new HashMap<>();

    KilledImportPeerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void version_is_complete_whenever_an_import_of_100000_lines_is_killed() throws Exception {
        assumeTrue("1".equals(System.getenv("SCEAU_PEERS")), "SKIPPED: SCEAU_PEERS=1 is not set");
        long whole = preparedMillis();
        Random random = new Random(42);
        int killed = 0;
        for (int i = 0; i < KILLS; i++) {
            LocalDate before = served();
            LocalDate next = before.equals(FIRST) ? FIRST.plusDays(1) : FIRST;
            Process process = start(next);
            if (!process.waitFor(random.nextLong(whole), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                killed++;
            }
            assertThat(served()).isIn(before, next);
        }
        assertThat(killed).as("imports that were killed and not over before").isGreaterThan(KILLS / 2);
        assertThat(start(FIRST).waitFor()).isZero();
        assertThat(served()).isEqualTo(FIRST);
    }

    /** Both days imported by themselves, and the first where the others will be; how long the last one took. */
    private long preparedMillis() throws Exception {
        for (int day = 0; day < 2; day++) {
            LocalDate date = FIRST.plusDays(day);
            NATION.write(files(date), day, "202601010400", done -> {});
            Path alone = folder.resolve("alone" + day);
            assertThat(start(date, alone).waitFor()).isZero();
            complete.put(date, content(alone));
        }
        long start = System.nanoTime();
        assertThat(start(FIRST).waitFor()).isZero();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /** The day of the version that is there, once it has been compared with what that day has to be. */
    private LocalDate served() {
        try (Country country = Country.open(folder.resolve("index"), DirectorySchema.load())) {
            LocalDate day = country.version().day();
            assertThat(content(country)).isEqualTo(complete.get(day));
            return day;
        }
    }

    private static Set<Integer> content(Path index) {
        try (Country country = Country.open(index, DirectorySchema.load())) {
            return content(country);
        }
    }

    /** Of all that is there, without since when. */
    private static Set<Integer> content(Country country) {
        Set<Integer> hashes = new HashSet<>();
        country.each(entry -> {
            if ("actif".equals(entry.getAttributeValue("asStatut"))) {
                entry.removeAttribute("asVuDepuis");
                hashes.add(hash(entry));
            }
        });
        return hashes;
    }

    private static int hash(Entry entry) {
        return entry.toLDIFString().hashCode();
    }

    private Process start(LocalDate day) throws IOException {
        return start(day, folder.resolve("index"));
    }

    private Process start(LocalDate day, Path index) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                DirectoryTool.class.getName(),
                "import",
                "--index",
                index.toString(),
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
