package fr.sceau.server.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The files of an installation that are kept in a backup; what the database holds and what is made again are not. */
final class InstallationFiles {
    static final List<String> FOLDERS = List.of("conf", "keys", "tls", "trust", "directory", "trace");
    private static final String APPENDED = "trace/";

    private final Path home;
    private final List<BackupManifest.Folder> folders = new ArrayList<>();
    private final List<Found> files = new ArrayList<>();

    /** Lists the files as they are now; a file that is only appended to is kept up to its last whole line of now. */
    InstallationFiles(Path home) throws IOException {
        this(home, FOLDERS);
    }

    private InstallationFiles(Path home, List<String> below) throws IOException {
        this.home = home;
        for (String folder : below) {
            if (Files.isDirectory(home.resolve(folder))) {
                Files.walkFileTree(
                        home.resolve(folder),
                        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                        Integer.MAX_VALUE,
                        new Visitor());
            }
        }
    }

    /** The files of the directory's index as they are now. */
    static List<Found> ofIndex(Path home) throws IOException {
        return new InstallationFiles(home, List.of(DirectoryIndex.FOLDER)).files();
    }

    /** A file to copy; the first {@code octets} of it if it grows. */
    record Found(Path file, String path, String mode, boolean grows, long octets) {}

    List<BackupManifest.Folder> folders() {
        return folders;
    }

    List<Found> files() {
        return files;
    }

    long octets() {
        return files.stream().mapToLong(Found::octets).sum();
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (DirectoryIndex.isPassing(relative(folder))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            folders.add(new BackupManifest.Folder(relative(folder), mode(folder)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!attributes.isRegularFile()) {
                throw new IOException("ni fichier ni dossier : " + file);
            }
            try {
                list(file, attributes);
            } catch (NoSuchFileException e) {
                return gone();
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            return failure instanceof NoSuchFileException ? gone() : super.visitFileFailed(file, failure);
        }

        /** Deleted since its folder was read. */
        private FileVisitResult gone() {
            return FileVisitResult.CONTINUE;
        }

        private void list(Path file, BasicFileAttributes attributes) throws IOException {
            String path = relative(file);
            if (DirectoryIndex.isPassing(path)) {
                return;
            }
            boolean grows = path.startsWith(APPENDED);
            files.add(new Found(file, path, mode(file), grows, grows ? wholeLines(file) : attributes.size()));
        }
    }

    private String relative(Path file) {
        return home.relativize(file).toString();
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /** Octets up to and with the last end of line. */
    private static long wholeLines(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer octet = ByteBuffer.allocate(1);
            long end = channel.size();
            while (end > 0 && (channel.read(octet.clear(), end - 1) != 1 || octet.get(0) != '\n')) {
                end--;
            }
            return end;
        }
    }
}
