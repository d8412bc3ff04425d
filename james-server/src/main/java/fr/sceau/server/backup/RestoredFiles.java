package fr.sceau.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts files into an empty folder: closed to others at first, with their rights once the manifest is known. */
final class RestoredFiles {
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path home;
    private final Set<Path> written = new HashSet<>();

    RestoredFiles(Path home) {
        this.home = home;
    }

    /** A later copy of the same file takes the place of an earlier one. */
    void put(String entry, InputStream octets) throws IOException {
        Path file = place(entry.substring(entry.indexOf('/', BackupParts.FILES.length()) + 1));
        Files.createDirectories(file.resolveSibling("."), PRIVATE);
        Files.deleteIfExists(file);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, PRIVATE);
                OutputStream out = Channels.newOutputStream(channel)) {
            octets.transferTo(out);
            channel.force(true);
        }
        written.add(file);
    }

    /** Removes what the manifest does not name, and gives everything its rights. */
    void finish(BackupManifest manifest) throws IOException {
        for (BackupManifest.File file : manifest.files()) {
            Path place = place(file.path());
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(file.mode()));
            written.remove(place);
        }
        for (Path unnamed : written) {
            Files.delete(unnamed);
        }
        List<BackupManifest.Folder> folders = manifest.folders();
        for (BackupManifest.Folder folder : folders) {
            Files.createDirectories(place(folder.path()), PRIVATE);
        }
        for (int i = folders.size() - 1; i >= 0; i--) { // a parent that forbids writing comes after its children
            Path place = place(folders.get(i).path());
            HalfRestored.sync(place);
            Files.setPosixFilePermissions(
                    place, PosixFilePermissions.fromString(folders.get(i).mode()));
        }
    }

    /** Whoever has the certificate can make a backup: it names no place outside the installation's own folders. */
    private Path place(String path) throws BackupDamaged {
        Path place = home.resolve(path).normalize();
        boolean inside = place.startsWith(home)
                && InstallationFiles.FOLDERS.contains(
                        home.relativize(place).getName(0).toString());
        if (!inside || !home.relativize(place).toString().equals(path)) {
            throw new BackupDamaged("La sauvegarde nomme un fichier hors de l'installation.");
        }
        return place;
    }
}
