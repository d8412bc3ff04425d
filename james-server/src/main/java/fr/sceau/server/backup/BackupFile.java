package fr.sceau.server.backup;

import fr.sceau.server.ServerException;
import fr.sceau.smime.SmimeException;
import fr.sceau.store.backup.DigestingOutput;
import fr.sceau.store.backup.Snapshot;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.Set;
import javax.sql.DataSource;

/** The file of a backup: it bears its name only once it is complete and on the disk. */
public final class BackupFile {
    private static final String PART = ".partiel";

    private final Path file;
    private final Path part;

    public BackupFile(Path file) {
        this.file = file.toAbsolutePath();
        this.part = this.file.resolveSibling(file.getFileName() + PART);
    }

    /** What was written, and the SHA-256 of the file itself. */
    public record Written(BackupManifest manifest, long octets, String sha256) {}

    /** Copies the installation; on failure nothing is left. */
    public Written write(Path home, DataSource database, X509Certificate recipient, Progress progress)
            throws IOException {
        if (Files.exists(file)) {
            throw new ServerException("Ce fichier existe déjà : " + file);
        }
        Files.deleteIfExists(part); // of a backup that was cut short
        try {
            Written written = writePart(home, database, recipient, progress);
            Files.move(part, file); // fails where the name was taken meanwhile
            HalfRestored.sync(file.resolveSibling("."));
            return written;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Written writePart(Path home, DataSource database, X509Certificate recipient, Progress progress)
            throws IOException {
        try (FileChannel channel = FileChannel.open(
                        part,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 17);
                Snapshot snapshot = Snapshot.open(database)) {
            DigestingOutput digesting = new DigestingOutput(out);
            BackupManifest manifest = BackupWriter.write(home, snapshot, recipient, digesting, progress);
            out.flush();
            channel.force(true);
            return new Written(manifest, digesting.count(), digesting.sha256());
        } catch (SmimeException e) {
            throw new ServerException(String.valueOf(e.getMessage()), e);
        }
    }
}
