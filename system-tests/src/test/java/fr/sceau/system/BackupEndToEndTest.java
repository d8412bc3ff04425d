package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.system.backup.MailboxView;
import fr.sceau.system.backup.Steps;
import fr.sceau.system.backup.Working;
import fr.sceau.system.installation.Await;
import fr.sceau.system.installation.Child;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.Inbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An installation is backed up while mail arrives and flags change, and restored elsewhere. */
@Timeout(900)
final class BackupEndToEndTest {
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final TestSceau sceau = TestSceau.shared();
    private Path work = Path.of("");

    @BeforeAll
    static void peers() {
        Peers.need();
    }

    /** A folder that the database's account can enter, and the keys of backups. */
    @BeforeEach
    void keys() throws IOException {
        work = Files.createTempDirectory(
                Path.of("/tmp"),
                "sceau-restored-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(work.resolve("password"), "secret d'essai\n");
        Files.deleteIfExists(sceau.installation().path("conf", "backup.cer"));
        operator(
                "backup-init",
                0,
                "backup",
                "init",
                path("key.p12"),
                "--key-password-file",
                path("password"),
                "--home=" + home());
    }

    @AfterEach
    void leave() throws IOException {
        try (Stream<Path> tree = Files.walk(work)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void backed_up_under_load_it_is_restored_equal_elsewhere_and_loses_nothing_acknowledged() throws IOException {
        sceau.seed();
        MailboxView quiet = MailboxView.of(sceau, Cast.PAUL);
        List<String> letters;
        List<String> keywords;
        try (Working delivering = new Working(Steps.letters(sceau, Cast.CLAIRE));
                Working flagging = new Working(Steps.keywords(sceau, Cast.CLAIRE))) {
            delivering.await(20);
            flagging.await(20);
            letters = delivering.acknowledged();
            keywords = flagging.acknowledged();
            backUp();
        }
        restore("restored", 0, "--exact"); // compares every table and file with the backup's digests before it says 0
        assertThat(Files.readString(sceau.logs().resolve("backup-restore.log"))).contains("restaurée et comparée");
        theRestoredWorks(quiet, letters, keywords);
    }

    @Test
    void a_cut_backup_is_refused_and_the_target_stays_empty() throws IOException {
        backUp();
        byte[] whole = Files.readAllBytes(work.resolve("backup.sceau"));
        for (int length : List.of(0, 10, whole.length / 2, whole.length - 10, whole.length - 1)) {
            Files.write(work.resolve("backup.sceau"), Arrays.copyOf(whole, length));
            restore("cut", 1);
            assertThat(work.resolve("cut")).doesNotExist();
        }
    }

    @Test
    void a_restoration_that_was_killed_is_refused_by_start() throws IOException {
        backUp();
        Path target = work.resolve("killed");
        Child restoring = sceau.start("backup-killed", restoration("killed"));
        Await.until("restoration begins", LONGEST, () -> Files.exists(target.resolve("postgres/data.nouveau")));
        killWithChildren(restoring);
        String start = "for part in base install build home processes; do . libexec/$part.sh; done;"
                + " build_if_needed() { :; }; SCEAU_HOME=" + target + "; export SCEAU_HOME; . libexec/start.sh";
        Child starting = sceau.start("backup-start", List.of("sh", "-euc", start));
        assertThat(starting.exitCode(LONGEST)).isEqualTo(1);
        assertThat(starting.end()).contains("inachevée");
        restore("killed", 1);
    }

    /** As a power cut would, while the database of the restored installation is being made. */
    private static void killWithChildren(Child restoring) {
        List<ProcessHandle> children =
                ProcessHandle.of(restoring.pid()).orElseThrow().descendants().toList();
        restoring.kill();
        children.forEach(ProcessHandle::destroyForcibly);
        Await.until("its children are gone", LONGEST, () -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    private void theRestoredWorks(MailboxView quiet, List<String> letters, List<String> keywords) throws IOException {
        copyLogins();
        TestSceau restored = TestSceau.restored(work.resolve("restored"));
        try {
            assertThat(MailboxView.of(restored, Cast.PAUL)).isEqualTo(quiet);
            Inbox claire = Inbox.of(restored, Cast.CLAIRE);
            Await.until("what waited in the queue arrives", LONGEST, () -> claire.copies()
                    .keySet()
                    .containsAll(letters));
            Map<String, Integer> copies = claire.copies();
            assertThat(letters).allMatch(letter -> Integer.valueOf(1).equals(copies.get(letter)));
            assertThat(firstOf(MailboxView.of(restored, Cast.CLAIRE)).flags()).containsAll(keywords);
            System.out.printf(
                    "sauvegarde sous charge : %d messages et %d mots-clés acquittés avant elle, tous restaurés%n",
                    letters.size(), keywords.size());
        } catch (IOException e) {
            throw new AssertionError(restored.james().end(), e);
        } finally {
            restored.stop();
        }
    }

    private static MailboxView.Seen firstOf(MailboxView view) {
        return view.messages().entrySet().stream()
                .min(Map.Entry.comparingByKey())
                .orElseThrow()
                .getValue();
    }

    /** The demo's clients are not part of an installation. */
    private void copyLogins() throws IOException {
        Path demo = Files.createDirectory(work.resolve("restored/demo"));
        try (Stream<Path> files = Files.list(sceau.installation().path("demo"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, demo.resolve(file.getFileName()));
            }
        }
    }

    private void backUp() throws IOException {
        operator("backup-create", 0, "backup", "create", path("backup.sceau"), "--home=" + home());
    }

    private void restore(String target, int expected, String... options) throws IOException {
        assertThat(sceau.start("backup-restore", restoration(target, options)).exitCode(LONGEST))
                .isEqualTo(expected);
    }

    private List<String> restoration(String target, String... options) {
        List<String> words = List.of(
                "restore",
                path("backup.sceau"),
                "--into=" + path(target),
                "--key=" + path("key.p12"),
                "--key-password-file=" + path("password"),
                "--clone=" + sceau.root());
        return sceau.operatorCommand(
                Stream.concat(words.stream(), Stream.of(options)).toArray(String[]::new));
    }

    private void operator(String name, int expected, String... words) {
        Child child = sceau.start(name, sceau.operatorCommand(words));
        assertThat(child.exitCode(LONGEST)).as(child.end()).isEqualTo(expected);
    }

    private String path(String name) {
        return work.resolve(name).toString();
    }

    private String home() {
        return sceau.installation().home().toString();
    }
}
