package fr.sceau.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.server.ServerException;
import fr.sceau.store.TestPostgres;
import fr.sceau.store.backup.Snapshot;
import fr.sceau.store.database.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

final class BackupRestoreTest {
    private static final Restoration.Steps SILENT = label -> Progress.silent();

    @TempDir
    private Path folder = Path.of("");

    private final DataSource source = TestPostgres.fresh();
    private final Sql sql = new Sql(source);
    private final Elsewhere elsewhere = new Elsewhere();
    private Path home = Path.of("");
    private Path target = Path.of("");
    private Path file = Path.of("");

    /** Another database of the same server. */
    private static final class Elsewhere implements DatabasePlace {
        private boolean broken;

        @Override
        public DataSource start() throws IOException {
            if (broken) {
                throw new IOException("no space left on device");
            }
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(TestPostgres.emptyDatabase("restored"));
            database.setUser("postgres");
            return database;
        }

        @Override
        public void stop() {}
    }

    @BeforeEach
    void an_installation() throws IOException {
        home = folder.resolve("home");
        target = folder.resolve("target");
        file = folder.resolve("one.sceau");
        put("conf/secrets.properties", "keys.password = x\n", "rw-------");
        put("keys/organisation.p12", "not a real key", "rw-------");
        put("directory/own/mailboxes.tsv", "a\tb\n", "rw-r--r--");
        put("trace/2026-11-22.jsonl", "{\"a\":1}\n{\"b\":2}\n{\"half", "rw-------");
        put("log/james.log", "not kept", "rw-r--r--");
        Files.createDirectories(home.resolve("trust/crl"));
        UUID content = UUID.randomUUID();
        sql.update("INSERT INTO account (address, label) VALUES ('a@x.test', 'A')");
        sql.update(
                "INSERT INTO mailbox (namespace, owner, name, uid_validity) VALUES ('#private', 'a@x.test', 'INBOX', 7)");
        sql.update("INSERT INTO content (id, octets, header) VALUES (?, 5, ?)", content, new byte[] {1, 2, 3, 4, 5});
        sql.update(
                "INSERT INTO message SELECT id, 1, 1, ?, ?, now(), now(), false, false, false, true, false, true, '{k}'"
                        + " FROM mailbox",
                content,
                content);
    }

    @Test
    void a_restored_installation_equals_its_source() throws IOException {
        backUp();
        restoration(true).verify(SILENT);
        restoration(true).putInPlace(SILENT);

        Comparison comparison =
                new Comparison(reader().verify(Progress.silent()).manifest());
        assertThat(comparison.tables(source, Progress.silent())).isEmpty();
        assertThat(comparison.files(home)).isEmpty();
        assertThat(comparison.files(target)).isEmpty();
        assertThat(target.resolve("trust/crl")).isEmptyDirectory();
        assertThat(target.resolve("log")).doesNotExist();
        assertThat(target.resolve(HalfRestored.NAME)).doesNotExist();
        assertThat(Files.getPosixFilePermissions(target.resolve("keys/organisation.p12")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(target.resolve("directory/own/mailboxes.tsv")))
                .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
    }

    @Test
    void a_trace_that_grows_is_kept_to_its_last_whole_line() throws IOException {
        backUp();
        restoration(true).putInPlace(SILENT);

        assertThat(target.resolve("trace/2026-11-22.jsonl")).hasContent("{\"a\":1}\n{\"b\":2}\n");
    }

    @Test
    void cut_at_every_tenth_octet_it_is_refused_whole_and_the_target_stays_empty() throws IOException {
        backUp();
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length += 10) {
            Files.write(file, Arrays.copyOf(whole, length));
            refused("cut at " + length);
        }
        System.out.println("sauvegarde de " + whole.length + " octets, refusée coupée à chaque dixième octet");
    }

    @Test
    void with_any_tenth_octet_changed_it_is_refused_whole_and_the_target_stays_empty() throws IOException {
        backUp();
        byte[] whole = Files.readAllBytes(file);

        for (int place = 0; place < whole.length; place += 10) {
            byte[] changed = whole.clone();
            changed[place] ^= 1;
            Files.write(file, changed);
            refused("octet " + place);
        }
    }

    @Test
    void an_interrupted_restoration_is_marked_and_not_taken_for_an_installation() throws IOException {
        backUp();
        elsewhere.broken = true;
        assertThatThrownBy(() -> restoration(true).putInPlace(SILENT)).isInstanceOf(IOException.class);

        assertThat(target.resolve(HalfRestored.NAME)).exists();
        elsewhere.broken = false;
        assertThatThrownBy(() -> restoration(true).verify(SILENT))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("inachevée");
    }

    @Test
    void nothing_is_restored_over_something() throws IOException {
        backUp();
        Files.createDirectories(target);
        Files.writeString(target.resolve("mine"), "");

        assertThatThrownBy(() -> restoration(true).verify(SILENT)).hasMessageContaining("n'est pas vide");
    }

    @Test
    void a_difference_is_found() throws IOException {
        backUp();
        sql.update("UPDATE message SET flagged = NOT flagged");
        Files.writeString(home.resolve("keys/organisation.p12"), "another key");
        put("keys/new.p12", "", "rw-------");
        Files.delete(home.resolve("directory/own/mailboxes.tsv"));

        Comparison comparison =
                new Comparison(reader().verify(Progress.silent()).manifest());
        assertThat(comparison.tables(source, Progress.silent())).containsExactly("message");
        assertThat(comparison.files(home))
                .containsExactlyInAnyOrder("keys/organisation.p12", "keys/new.p12", "directory/own/mailboxes.tsv");
    }

    @Test
    void in_service_again_no_number_is_given_twice() throws IOException {
        backUp();
        restoration(false).putInPlace(SILENT);

        PGSimpleDataSource restored = new PGSimpleDataSource();
        restored.setUrl(TestPostgres.emptyDatabase("other").replace("/other", "/restored"));
        restored.setUser("postgres");
        assertThat(new Sql(restored).query("SELECT last_uid FROM mailbox", row -> row.getLong(1)))
                .containsExactly(1_000_000L);
    }

    @Test
    void a_file_that_changes_while_it_is_copied_is_copied_again() throws IOException {
        AtomicInteger changes = new AtomicInteger();
        new BackupFile(file).write(home, source, TestKeys.certificate(), during(() -> {
            if (changes.getAndIncrement() == 0) {
                Files.writeString(home.resolve("conf/secrets.properties"), "keys.password = another\n");
            }
        }));
        restoration(true).putInPlace(SILENT);

        assertThat(changes).hasPositiveValue();
        assertThat(target.resolve("conf/secrets.properties")).hasContent("keys.password = another\n");
    }

    @Test
    void a_file_that_never_stands_still_fails_the_backup() {
        AtomicInteger changes = new AtomicInteger();
        assertThatThrownBy(() -> new BackupFile(file)
                        .write(
                                home,
                                source,
                                TestKeys.certificate(),
                                during(() -> Files.writeString(
                                        home.resolve("conf/secrets.properties"),
                                        "x".repeat(changes.incrementAndGet())))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("conf/secrets.properties");
        assertThat(folder).isDirectoryNotContaining("glob:**one*");
    }

    private interface Meanwhile {
        void happens() throws IOException;
    }

    /** Does something whenever the backup says how far it is. */
    private static Progress during(Meanwhile meanwhile) {
        PrintStream out = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                try {
                    meanwhile.happens();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        return new Progress("", out, false, Duration.ZERO);
    }

    @Test
    void a_failed_backup_leaves_no_file() {
        new Sql(source).update("DELETE FROM message");
        assertThatThrownBy(() -> new BackupFile(file).write(home, broken(), TestKeys.certificate(), Progress.silent()))
                .isInstanceOf(RuntimeException.class);

        assertThat(folder).isDirectoryNotContaining("glob:**one*");
    }

    private static DataSource broken() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl("jdbc:postgresql://127.0.0.1:1/none");
        return database;
    }

    private void backUp() throws IOException {
        new BackupFile(file).write(home, source, TestKeys.certificate(), Progress.silent());
        try (Snapshot snapshot = Snapshot.open(source)) {
            assertThat(reader().verify(Progress.silent()).index().tables()).isEqualTo(snapshot.tables());
        }
    }

    private void refused(String damage) {
        assertThatThrownBy(() -> restoration(true).verify(SILENT))
                .as(damage)
                .isInstanceOf(BackupDamaged.class)
                .hasMessageMatching("(La|Ce|Le) .*sauvegarde.*");
        assertThat(target).as(damage).doesNotExist();
    }

    private BackupReader reader() {
        return new BackupReader(file, TestKeys.keys());
    }

    private Restoration restoration(boolean exact) {
        return new Restoration(reader(), target, elsewhere, exact);
    }

    private void put(String path, String content, String mode) throws IOException {
        Path place = home.resolve(path);
        Files.createDirectories(place.resolveSibling("."));
        Files.writeString(place, content, StandardOpenOption.CREATE_NEW);
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(mode));
    }
}
