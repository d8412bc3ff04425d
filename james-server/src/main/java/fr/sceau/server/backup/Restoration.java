package fr.sceau.server.backup;

import fr.sceau.server.ServerException;
import fr.sceau.store.backup.Counters;
import fr.sceau.store.backup.DatabaseLoad;
import fr.sceau.store.backup.Snapshot;
import fr.sceau.store.backup.TableShape;
import fr.sceau.store.database.Database;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes an installation out of a backup, in an empty folder. The backup is read twice: to its end before anything is written, then
 * again to be put in place and compared. Until that is done the folder bears {@link HalfRestored}'s mark and nothing starts there.
 */
public final class Restoration {
    private final BackupReader backup;
    private final Path home;
    private final DatabasePlace database;
    private final boolean exact;

    /**
     * @param exact the counters of the mailboxes stay as they were, which is for comparing and for a copy that no client has seen
     */
    Restoration(BackupReader backup, Path home, DatabasePlace database, boolean exact) {
        this.backup = backup;
        this.home = home;
        this.database = database;
        this.exact = exact;
    }

    /** With the launcher's PostgreSQL; {@code clone} is where the launcher is. */
    public static Restoration with(BackupReader backup, Path home, Path clone, boolean exact) {
        return new Restoration(backup, home, new LauncherPostgres(clone, home), exact);
    }

    /** Says of every step what is being done. */
    public interface Steps {
        Progress step(String label);
    }

    /** Checks the target and all of the backup; writes nothing. */
    public BackupReader.Contents verify(Steps steps) throws IOException {
        new HalfRestored(home).refuseUnlessEmpty();
        Progress progress = steps.step("Vérification");
        BackupReader.Contents contents = backup.verify(progress);
        progress.end();
        return contents;
    }

    /** To be called after {@link #verify}; when it fails, the folder is left with the mark. */
    public void putInPlace(Steps steps) throws IOException {
        HalfRestored mark = new HalfRestored(home);
        mark.begin();
        try (Closeable stopping = database::stop) {
            fill(steps);
        }
        mark.end();
    }

    private void fill(Steps steps) throws IOException {
        Progress progress = steps.step("Restauration");
        try (Filling filling = new Filling()) {
            BackupReader.Contents contents = backup.restore(filling, progress);
            progress.end();
            Progress comparing = steps.step("Comparaison");
            comparing.total(contents.manifest().octets());
            compare(contents.manifest(), filling.source(), comparing);
            comparing.end();
            if (!exact) {
                Counters.leap(filling.source());
            }
        }
    }

    private void compare(BackupManifest manifest, DataSource source, Progress progress) throws IOException {
        Comparison comparison = new Comparison(manifest);
        List<String> tables = comparison.tables(source, progress);
        List<String> files = comparison.files(home);
        if (!tables.isEmpty() || !files.isEmpty()) {
            throw new ServerException(
                    "Ce qui est restauré diffère de la sauvegarde : tables " + tables + ", fichiers " + files);
        }
    }

    /** Puts the parts in place as they come. */
    private final class Filling implements BackupReader.Sink, AutoCloseable {
        private final RestoredFiles files = new RestoredFiles(home);
        private @Nullable BackupIndex index;
        private @Nullable DataSource source;
        private @Nullable DatabaseLoad load;

        @Override
        public void begin(BackupIndex announced) {
            index = announced;
        }

        @Override
        public void file(String entry, InputStream octets) throws IOException {
            files.put(entry, octets);
        }

        @Override
        public void table(TableShape table, InputStream copy) throws IOException {
            load().load(table, copy);
        }

        @Override
        public void end(BackupManifest manifest) throws IOException {
            load().commit(manifest.sequences());
            files.finish(manifest);
        }

        DataSource source() throws IOException {
            if (source == null) {
                source = database.start();
            }
            return source;
        }

        /** The files come first: by then the configuration, with the database's password, is there. */
        private DatabaseLoad load() throws IOException {
            if (load == null) {
                migrate(source());
                load = DatabaseLoad.into(source());
            }
            return load;
        }

        private void migrate(DataSource empty) {
            if (index == null || index.migrations().isEmpty()) {
                throw new ServerException("La sauvegarde ne dit pas de quelle version sont ses tables.");
            }
            int last = index.migrations().size() - 1;
            Database.migrate(empty, index.migrations().get(last).version());
            try (Snapshot snapshot = Snapshot.open(empty)) {
                if (!snapshot.migrations().equals(index.migrations())
                        || !snapshot.tables().equals(index.tables())) {
                    throw new ServerException(
                            "La sauvegarde vient d'une version de Sceau dont celle-ci ne connaît pas les"
                                    + " tables : restaurer avec la version qui l'a faite.");
                }
            }
        }

        @Override
        public void close() {
            if (load != null) {
                load.close();
            }
        }
    }
}
