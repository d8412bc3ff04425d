package fr.sceau.store.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the PostgreSQL programs found on the class path into a folder. The folder appears whole or not at all, and is
 * left alone when it is already there. Everything becomes readable by all and writable by its owner only: the account
 * that runs the database need not own its programs.
 */
public final class PostgresFiles {
    private static final Map<String, String> ARCHIVES = Map.of(
            "amd64", "/postgres-linux-x86_64.txz",
            "aarch64", "/postgres-linux-arm_64.txz");
    private static final int OWNER_EXECUTES = 0100;

    private PostgresFiles() {}

    /** {@code PostgresFiles DIR}; exit 0 when the programs are in DIR, 2 for a wrong use, 1 for any failure. */
    public static void main(String[] args) {
        if (args.length != 1 || args[0].startsWith("-")) {
            System.err.println("Usage : PostgresFiles DOSSIER  (y dépose les programmes de PostgreSQL)");
            System.exit(args.length == 1 && args[0].equals("--help") ? 0 : 2);
        }
        try {
            unpackInto(Path.of(args[0]).toAbsolutePath().normalize());
        } catch (IOException e) {
            System.err.println("Les programmes de PostgreSQL n'ont pas pu être déposés : " + e);
            System.exit(1);
        }
    }

    /** Does nothing when {@code target} exists. */
    public static void unpackInto(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            return;
        }
        Path parent = Objects.requireNonNull(target.getParent(), "target has a parent");
        Files.createDirectories(parent);
        Path half = Files.createTempDirectory(parent, ".postgres-");
        try {
            unpackArchive(half);
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
            moveUnlessThere(half, target);
        } finally {
            deleteTree(half);
        }
    }

    private static void unpackArchive(Path into) throws IOException {
        try (InputStream packed = openArchive();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpackEntry(tar, entry, into);
            }
        }
    }

    private static InputStream openArchive() throws IOException {
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String name = ARCHIVES.getOrDefault(machine, "");
        InputStream stream = name.isEmpty() ? null : PostgresFiles.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("no PostgreSQL programs for processor " + machine);
        }
        return new BufferedInputStream(stream);
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            createDirectories(file);
            return;
        }
        createDirectories(Objects.requireNonNull(file.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            boolean program = (entry.getMode() & OWNER_EXECUTES) != 0;
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static void createDirectories(Path folder) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        createDirectories(Objects.requireNonNull(folder.getParent()));
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void moveUnlessThere(Path half, Path target) throws IOException {
        try {
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(target)) { // another start was quicker: its copy is as good
                throw e;
            }
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(folder)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
