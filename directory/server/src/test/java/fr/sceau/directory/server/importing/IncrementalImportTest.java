package fr.sceau.directory.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.directory.server.entries.DirectorySchema;
import fr.sceau.directory.server.index.Country;
import fr.sceau.directory.server.index.Tally;
import fr.sceau.directory.server.index.Update;
import fr.sceau.directory.server.index.Version;
import fr.sceau.directory.server.nation.Nation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An import that leaves alone what is as it was makes the same directory as one that makes everything anew. */
final class IncrementalImportTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final String STAMP = "202601010400";
    private static final List<String> FILES = List.of(
            "PS_LibreAcces_Personne_activite_",
            "PS_LibreAcces_Dipl_AutExerc_",
            "PS_LibreAcces_SavoirFaire_",
            "Extraction_Correspondance_MSSante_",
            "Porteurs_CPS_CPF_");

    private final Path folder;
    private final Country changed;
    private final Country anew;

    IncrementalImportTest(@TempDir Path folder) {
        this.folder = folder;
        this.changed = Country.open(folder.resolve("changed"), DirectorySchema.load());
        this.anew = Country.open(folder.resolve("anew"), DirectorySchema.load());
    }

    @AfterEach
    void close() {
        changed.close();
        anew.close();
    }

    /** Days with people who come, go, move, get another number; lines lost and found, bent, in another order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void day_after_day_both_are_the_same(long seed) throws Exception {
        Nation nation = new Nation(new Nation.Size(500, 100, 300, 200), seed);
        Random random = new Random(seed);
        int[] days = {0, 6, 3, 9, 9, 14, 8, 20};
        for (int i = 0; i < days.length; i++) {
            nation.write(folder.resolve("day"), days[i], STAMP, done -> {});
            for (String file : FILES) {
                disturb(folder.resolve("day").resolve(file + STAMP + ".txt"), random);
            }
            both(i);
        }
    }

    /** A thirtieth of the lines is missing, some are twice or cannot be read, and all are in another order. */
    private static void disturb(Path file, Random random) throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        String header = lines.remove(0);
        lines.removeIf(line -> random.nextInt(30) == 0);
        lines.addAll(lines.subList(0, random.nextInt(20)));
        lines.replaceAll(line -> random.nextInt(150) == 0 ? line.replaceFirst("\\|", "|x|y|z|") + "|v|w" : line);
        lines.replaceAll(
                line -> random.nextInt(60) == 0 ? line.replace("RUE ", "RUE  ").replace("Rue", "Place") : line);
        Collections.shuffle(lines, random);
        lines.add(0, header);
        Files.write(file, lines);
    }

    @Test
    void what_was_rolled_back_comes_again() throws Exception {
        Nation nation = new Nation(new Nation.Size(500, 100, 300, 200), 4);
        for (int day = 0; day < 4; day++) {
            nation.write(folder.resolve("day"), 30 * day, STAMP, done -> {});
            both(day);
        }
        for (Country country : List.of(changed, anew)) {
            country.rollback(2, FIRST.plusDays(4));
            country.refresh();
        }
        both(5);
        both(6);
    }

    @Test
    void only_what_changed_is_made_anew() throws Exception {
        Nation nation = new Nation(new Nation.Size(500, 100, 300, 200), 4);
        nation.write(folder.resolve("day"), 0, STAMP, done -> {});
        Map<String, Long> first = run(changed, "work", 0, false).work();
        assertThat(first.get("professionnels")).isGreaterThan(1_200);
        Map<String, Long> again = run(changed, "work", 1, false).work();
        assertThat(again)
                .containsEntry("professionnels", 0L)
                .containsEntry("boîtes", 0L)
                .containsEntry("structures", 0L);
        nation.write(folder.resolve("day"), 1, STAMP, done -> {});
        Map<String, Long> next = run(changed, "work", 2, false).work();
        assertThat(next.get("professionnels")).isBetween(1L, 60L);
        assertThat(next.get("structures")).isBetween(1L, 300L);
    }

    @Test
    void another_program_makes_everything_anew() throws Exception {
        new Nation(new Nation.Size(500, 100, 300, 200), 4).write(folder.resolve("day"), 0, STAMP, done -> {});
        Map<String, Long> first = run(changed, "work", 0, false).work();
        try (Update update = changed.update(FIRST)) {
            update.commit(Map.of(Version.PROGRAM, "another"));
        }
        assertThat(run(changed, "work", 1, false).work()).isEqualTo(first);
    }

    private void both(int day) throws Exception {
        Import.Report left = run(changed, "work1", day, false).report();
        Import.Report right = run(anew, "work2", day, true).report();
        assertThat(numbers(left.tally())).isEqualTo(numbers(right.tally()));
        assertThat(left.held()).isEqualTo(right.held());
        assertThat(reasons(left)).isEqualTo(reasons(right));
        assertThat(changed.fingerprint()).isEqualTo(anew.fingerprint());
        assertThat(shown(changed)).isEqualTo(shown(anew));
        assertThat(history(changed)).isEqualTo(history(anew));
    }

    /** @param work how many lines were made anew at each step */
    private record Done(Import.Report report, Map<String, Long> work) {}

    private Done run(Country country, String work, int day, boolean complete) throws Exception {
        Map<String, Long> totals = new HashMap<>();
        Import.Steps steps = new Import.Steps() {
            @Override
            public void begins(String what, long total) {
                totals.put(what, total);
            }

            @Override
            public void done(long done) {}
        };
        Import.Manner manner = new Import.Manner(true, complete, false, complete ? 3 : 1);
        Import.Report report = new Import(country, folder.resolve("day"), folder.resolve(work), steps, manner)
                .run(FIRST.plusDays(day));
        country.refresh();
        return new Done(report, totals);
    }

    private static List<Integer> numbers(Tally tally) {
        return List.of(tally.added(), tally.changed(), tally.missing(), tally.back(), tally.removed(), tally.same());
    }

    private static Map<String, Map<String, Integer>> reasons(Import.Report report) {
        Map<String, Map<String, Integer>> reasons = new TreeMap<>();
        report.quarantine().forEach((file, lines) -> reasons.put(file, lines.reasons()));
        return reasons;
    }

    private static Map<String, String> shown(Country country) {
        Map<String, String> shown = new TreeMap<>();
        country.each(entry -> shown.put(entry.getDN(), entry.toLDIFString()));
        return shown;
    }

    private static Map<String, String> history(Country country) {
        Map<String, String> history = new TreeMap<>();
        country.changes(0, country.version().number()).forEach(change -> history.put(change.name(), change.toString()));
        return history;
    }
}
