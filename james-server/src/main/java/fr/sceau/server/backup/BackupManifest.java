package fr.sceau.server.backup;

import static java.util.Objects.requireNonNull;

import fr.sceau.store.backup.SequenceState;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * What was copied, written last: a backup that has it is complete.
 *
 * @param entries every entry before this one, in order
 * @param files which entry is which file of the installation
 * @param folders the folders, parents first
 * @param sequences of the database
 */
public record BackupManifest(
        List<Entry> entries, List<File> files, List<Folder> folders, Map<String, SequenceState> sequences) {
    public BackupManifest {
        entries = List.copyOf(entries);
        files = List.copyOf(files);
        folders = List.copyOf(folders);
        sequences = Map.copyOf(sequences);
    }

    /** A part of the backup; {@code rows} is 0 for what is no table. */
    public record Entry(String name, long octets, String sha256, long rows) {
        public Entry {
            requireNonNull(name);
            requireNonNull(sha256);
        }
    }

    /** A file, its rights as {@code rwxr-x---}, and the entry that holds it. */
    public record File(String path, String mode, String entry) {
        public File {
            requireNonNull(path);
            PosixFilePermissions.fromString(mode);
            requireNonNull(entry);
        }
    }

    /** A folder and its rights. */
    public record Folder(String path, String mode) {
        public Folder {
            requireNonNull(path);
            PosixFilePermissions.fromString(mode);
        }
    }

    /** Rows of all tables. */
    public long rows() {
        return entries.stream().mapToLong(Entry::rows).sum();
    }

    /** Octets of everything. */
    public long octets() {
        return entries.stream().mapToLong(Entry::octets).sum();
    }
}
