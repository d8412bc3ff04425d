package fr.sceau.directory.server.nation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.directory.server.registry.Activity;
import fr.sceau.directory.server.registry.ActivityFile;
import fr.sceau.directory.server.registry.Mailbox;
import fr.sceau.directory.server.registry.MailboxFile;
import fr.sceau.directory.server.registry.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An invented nation reads as a real one, and lives. */
final class NationTest {
    private static final Nation.Size SIZE = new Nation.Size(6_000, 1_200, 1_600, 3_000);
    private static final int LINES = 6_800;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void every_line_is_good_and_there_are_as_many_as_asked() throws Exception {
        write(7, 0);
        Table<Activity> activities = ActivityFile.format().read(file(Layout.ACTIVITIES, 0));
        Table<Mailbox> mailboxes = MailboxFile.format().read(file(Layout.MAILBOXES, 0));
        assertThat(activities.quarantine().reasons()).isEmpty();
        assertThat(mailboxes.quarantine().reasons()).isEmpty();
        assertThat(activities.rows()).hasSizeBetween(LINES - 300, LINES + 300);
        assertThat(mailboxes.rows()).hasSizeBetween(1_500, 1_600);
        assertThat(Files.readAllLines(file(Layout.CARDS, 0))).hasSizeBetween(2_850, 3_001);
    }

    @Test
    void people_are_told_apart_by_number_and_not_by_name() throws Exception {
        write(7, 0);
        Map<String, Set<String>> numbersByName = ActivityFile.format().read(file(Layout.ACTIVITIES, 0)).rows().stream()
                .collect(Collectors.groupingBy(
                        line -> line.person().given() + " " + line.person().family(),
                        Collectors.mapping(Activity::idNatPs, Collectors.toSet())));
        long homonyms =
                numbersByName.values().stream().filter(each -> each.size() > 1).count();
        assertThat(homonyms).isGreaterThan(100);
        List<String> addresses = MailboxFile.format().read(file(Layout.MAILBOXES, 0)).rows().stream()
                .map(Mailbox::address)
                .toList();
        assertThat(addresses).doesNotHaveDuplicates();
    }

    @Test
    void the_same_seed_gives_the_same_nation_and_another_one_another() throws Exception {
        write(7, 0);
        byte[] first = Files.readAllBytes(file(Layout.ACTIVITIES, 0));
        write(7, 0);
        assertThat(Files.readAllBytes(file(Layout.ACTIVITIES, 0))).isEqualTo(first);
        write(8, 0);
        assertThat(Files.readAllBytes(file(Layout.ACTIVITIES, 0))).isNotEqualTo(first);
    }

    @Test
    void in_a_day_about_six_of_a_thousand_change() throws Exception {
        write(7, 40);
        write(7, 41);
        for (Layout layout : List.of(Layout.ACTIVITIES, Layout.MAILBOXES)) {
            Set<String> before = new HashSet<>(Files.readAllLines(file(layout, 40)));
            List<String> after = Files.readAllLines(file(layout, 41));
            long changed = after.stream().filter(line -> !before.contains(line)).count();
            assertThat(changed).as(layout.name()).isBetween(1L, after.size() / 100L);
        }
    }

    @Test
    void whoever_gets_an_rpps_number_is_in_the_table_of_toggles() throws Exception {
        write(7, 100);
        List<String> toggles = Files.readAllLines(folder.resolve("Correspondance_ADELI_RPPS_100.csv"));
        Set<String> numbers = ActivityFile.format().read(file(Layout.ACTIVITIES, 100)).rows().stream()
                .map(Activity::idNatPs)
                .collect(Collectors.toSet());
        assertThat(toggles).hasSizeGreaterThan(10);
        assertThat(toggles.stream().skip(1)).allSatisfy(line -> {
            assertThat(numbers).doesNotContain("0" + line.split(";", -1)[0]);
            assertThat(numbers).contains("8" + line.split(";", -1)[1]);
        });
    }

    private void write(long seed, int day) throws Exception {
        new Nation(SIZE, seed).write(folder, day, String.valueOf(day), done -> {});
    }

    private Path file(Layout layout, int day) {
        return folder.resolve(layout.fileName(String.valueOf(day)));
    }
}
