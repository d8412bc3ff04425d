package fr.sceau.server.backup;

import fr.sceau.smime.SmimeException;
import fr.sceau.store.backup.DigestingOutput;
import fr.sceau.store.backup.Snapshot;
import fr.sceau.store.backup.TableCopy;
import fr.sceau.store.backup.TableShape;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an installation that goes on working into one encrypted stream: the files as they are when the database's snapshot has
 * just been taken, then the snapshot.
 */
public final class BackupWriter {
    private static final int ATTEMPTS = 5;

    private final ZipOutputStream zip;
    private final Progress progress;
    private final List<BackupManifest.Entry> entries = new ArrayList<>();
    private final List<BackupManifest.File> files = new ArrayList<>();

    private BackupWriter(ZipOutputStream zip, Progress progress) {
        this.zip = zip;
        this.progress = progress;
    }

    /** Writes all of it; without its end, when this fails, the stream holds nothing that can be restored. */
    public static BackupManifest write(
            Path home, Snapshot snapshot, X509Certificate recipient, OutputStream out, Progress progress)
            throws IOException, SmimeException {
        SealedOutputStream sealed = new SealedOutputStream(out, recipient);
        ZipOutputStream zip = new ZipOutputStream(sealed);
        zip.setLevel(Deflater.BEST_SPEED);
        BackupManifest manifest = new BackupWriter(zip, progress).write(home, snapshot);
        zip.finish();
        sealed.finish();
        return manifest;
    }

    private BackupManifest write(Path home, Snapshot snapshot) throws IOException {
        InstallationFiles installation = new InstallationFiles(home);
        progress.total(installation.octets() + snapshot.size());
        json(BackupParts.INDEX, new BackupIndex(Instant.now().toString(), snapshot.migrations(), snapshot.tables()));
        for (InstallationFiles.Found file : installation.files()) {
            if (!DirectoryIndex.holds(file.path())) {
                file(file);
            }
        }
        index(home);
        for (TableShape table : snapshot.tables()) {
            table(snapshot, table);
        }
        BackupManifest manifest = new BackupManifest(entries, files, installation.folders(), snapshot.sequences());
        json(BackupParts.MANIFEST, manifest);
        return manifest;
    }

    private void table(Snapshot snapshot, TableShape table) throws IOException {
        String name = BackupParts.ofTable(table.name());
        zip.putNextEntry(new ZipEntry(name));
        TableCopy copy = snapshot.copy(table, progress.counting(zip));
        zip.closeEntry();
        entries.add(new BackupManifest.Entry(name, copy.octets(), copy.sha256(), copy.rows()));
    }

    private void file(InstallationFiles.Found file) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            String name = BackupParts.ofFile(file.path(), attempt);
            try {
                if (copy(file, name)) {
                    files.add(new BackupManifest.File(file.path(), file.mode(), name));
                    return;
                }
            } catch (NoSuchFileException gone) {
                return; // deleted since: the installation is without it, and so is the backup
            }
        }
        throw new IOException(file.path() + " change sans cesse pendant la copie");
    }

    /** After what is said of it elsewhere, so that it is never older. */
    private void index(Path home) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            List<InstallationFiles.Found> listed = InstallationFiles.ofIndex(home);
            if (listed.isEmpty()) {
                return; // nothing has been imported yet
            }
            Optional<InstallationFiles.Found> commit = DirectoryIndex.commit(listed);
            if (commit.isPresent()) {
                List<BackupManifest.File> copied = commit(home, commit.get(), attempt);
                if (Files.exists(commit.get().file())) {
                    files.addAll(copied);
                    return;
                }
            }
        }
        throw new IOException(DirectoryIndex.FOLDER + " : un import après l'autre pendant la copie");
    }

    /** All that it names is there now; a file that changes or goes is of none that stays. */
    private List<BackupManifest.File> commit(Path home, InstallationFiles.Found commit, int attempt)
            throws IOException {
        List<BackupManifest.File> copied = new ArrayList<>();
        for (InstallationFiles.Found file : InstallationFiles.ofIndex(home)) {
            if (DirectoryIndex.isCommit(file.path()) && !file.path().equals(commit.path())) {
                continue;
            }
            String name = BackupParts.ofFile(file.path(), attempt);
            try {
                if (copy(file, name)) {
                    copied.add(new BackupManifest.File(file.path(), file.mode(), name));
                }
            } catch (NoSuchFileException gone) {
                // of a commit that is gone, or that was never made
            }
        }
        return copied;
    }

    /** Whether the file stood still meanwhile. */
    private boolean copy(InstallationFiles.Found file, String name) throws IOException {
        Stand before = Stand.of(file.file());
        try (InputStream in = Files.newInputStream(file.file())) {
            zip.putNextEntry(new ZipEntry(name));
            DigestingOutput digesting = new DigestingOutput(progress.counting(zip));
            Streams.copy(in, digesting, file.grows() ? file.octets() : before.size());
            zip.closeEntry();
            entries.add(new BackupManifest.Entry(name, digesting.count(), digesting.sha256(), 0));
        }
        return file.grows() || before.equals(Stand.of(file.file()));
    }

    private void json(String name, Object value) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        DigestingOutput digesting = new DigestingOutput(zip);
        digesting.write(BackupParts.json(value));
        zip.closeEntry();
        entries.add(new BackupManifest.Entry(name, digesting.count(), digesting.sha256(), 0));
    }

    /** What tells that a file was written or replaced. */
    private record Stand(
            long size, FileTime modified, @Nullable Object key) {
        static Stand of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stand(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        }
    }
}
