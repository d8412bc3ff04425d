package fr.sceau.server.backup;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which files of {@code directory/} belong into a backup. The country's index is a Lucene index that an import may be changing
 * meanwhile (ADR 17): a commit is a file {@code segments_N} (N to the base of 36) and files that it names, which never change; when a
 * newer one takes its place, {@code segments_N} goes first. So what was copied while it stood is that commit, whole; what else was
 * there is left alone by those who open it.
 */
final class DirectoryIndex {
    static final String FOLDER = "directory/index/";
    private static final String COMMIT = "segments_";

    private DirectoryIndex() {}

    static boolean holds(String path) {
        return path.startsWith(FOLDER);
    }

    /** What an import works with, and a file that is being written to take the place of another. */
    static boolean isPassing(String path) {
        return path.startsWith("directory/index.import/")
                || path.equals("directory/index.import")
                || path.equals("directory/index.files.tmp")
                || path.equals(FOLDER + "write.lock")
                || path.startsWith(FOLDER + "pending_");
    }

    /** The newest commit. */
    static Optional<InstallationFiles.Found> commit(List<InstallationFiles.Found> files) {
        return files.stream()
                .filter(file -> isCommit(file.path()))
                .max(Comparator.comparingLong(file -> generation(file.path())));
    }

    static boolean isCommit(String path) {
        return path.startsWith(FOLDER + COMMIT);
    }

    private static long generation(String path) {
        return Long.parseLong(path.substring((FOLDER + COMMIT).length()), Character.MAX_RADIX);
    }
}
