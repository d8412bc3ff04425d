package fr.sceau.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.directory.server.entries.DirectorySchema;
import fr.sceau.directory.server.importing.Import;
import fr.sceau.directory.server.index.Country;
import fr.sceau.directory.server.nation.Nation;
import fr.sceau.store.TestPostgres;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The country's index is backed up while imports change it: what is restored is one of its versions, whole. */
final class IndexBackupTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Nation NATION = new Nation(new Nation.Size(300, 60, 100, 100), 7);

    private final Path folder;
    private final Path home;
    private final DataSource source = TestPostgres.fresh();
    private final Map<Long, Long> fingerprints = new HashMap<>();
    private int day;
    private int files;

    IndexBackupTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.home = folder.resolve("home");
        Files.createDirectories(home.resolve("directory/index.import/persons"));
        Files.writeString(home.resolve("directory/index.import/persons/0"), "lines of persons");
    }

    @Test
    void without_an_import_meanwhile() throws Exception {
        imports();
        assertThat(restored(backUp(0))).isEqualTo(1);
        assertThat(folder.resolve("target/directory/index.import")).doesNotExist();
    }

    @Test
    void while_imports_change_it() throws Exception {
        imports();
        assertThat(restored(backUp(2))).isBetween(2L, 3L);
    }

    /** One file is copied, the next day is imported, two are copied, and so on until that day. */
    private Path backUp(int upTo) throws Exception {
        Path file = folder.resolve("one.sceau");
        PrintStream out = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                if (day <= upTo && files++ % 2 == 0) {
                    imports();
                }
            }
        };
        new BackupFile(file).write(home, source, TestKeys.certificate(), new Progress("", out, false, Duration.ZERO));
        return file;
    }

    /** Which version it is. */
    private long restored(Path file) throws Exception {
        Path target = folder.resolve("target");
        new Restoration(new BackupReader(file, TestKeys.keys()), target, new Elsewhere(), true)
                .putInPlace(label -> Progress.silent());
        try (Country country = open(target)) {
            assertThat(country.version().number()).isIn(fingerprints.keySet());
            assertThat(country.fingerprint())
                    .isEqualTo(fingerprints.get(country.version().number()));
            assertThat(country.size()).isPositive();
            return country.version().number();
        }
    }

    private void imports() {
        try (Country country = open(home)) {
            NATION.write(folder.resolve("files"), 10 * day, "202601010400", done -> {});
            new Import(country, folder.resolve("files"), folder.resolve("work"), new Silent(), true)
                    .run(FIRST.plusDays(day));
            country.refresh();
            fingerprints.put(country.version().number(), country.fingerprint());
            day++;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Country open(Path home) {
        return Country.open(home.resolve("directory/index"), DirectorySchema.load());
    }

    private static final class Silent implements Import.Steps {
        @Override
        public void begins(String what, long total) {}

        @Override
        public void done(long done) {}
    }

    private static final class Elsewhere implements DatabasePlace {
        @Override
        public DataSource start() {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(TestPostgres.emptyDatabase("restored_with_index"));
            database.setUser("postgres");
            return database;
        }

        @Override
        public void stop() {}
    }
}
