package fr.sceau.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The database's folder on a file system of its own that can be filled at a stroke: a tmpfs whose size is lowered to what
 * it holds. Where nothing may be mounted (a container without that right) every process of the database gets a limit on
 * the size of a file instead: it meets the same refused writes.
 */
final class Disk {
    private static final String SIZE = "size=2g";
    private static final long SLACK = 128 << 10;
    private static final int TRIES = 20;

    private final Path folder;
    private final boolean mounted;

    private Disk(Path folder, boolean mounted) {
        this.folder = folder;
        this.mounted = mounted;
    }

    /** Before the database makes its folder. */
    static Disk under(Path installation) throws IOException {
        Path folder = Files.createDirectories(installation.resolve("postgres"));
        boolean mounted = Shell.does("mount", "-t", "tmpfs", "-o", SIZE + ",mode=755", "tmpfs", folder.toString());
        return new Disk(folder, mounted);
    }

    String kind() {
        return mounted ? "système de fichiers plein (tmpfs)" : "taille des fichiers bornée (prlimit)";
    }

    /** From now on nothing more can be written. */
    void fill() {
        boolean done = mounted ? shrink() : limit("1");
        if (!done) {
            throw new IllegalStateException("the disk does not get full: " + kind());
        }
    }

    /** There is room again. */
    void free() {
        boolean done = mounted ? resize(SIZE) : limit("unlimited");
        if (!done) {
            throw new IllegalStateException("no room again: " + kind());
        }
    }

    void detach() {
        if (mounted && !Shell.does("umount", folder.toString())) {
            System.err.println("left mounted: " + folder);
        }
    }

    /** To a little above what it holds; again when it has grown beyond that meanwhile. */
    private boolean shrink() {
        return IntStream.range(0, TRIES).anyMatch(time -> resize("size=" + (used() + SLACK)));
    }

    private boolean resize(String size) {
        return Shell.does("mount", "-o", "remount," + size, folder.toString());
    }

    private long used() {
        try {
            FileStore store = Files.getFileStore(folder);
            return store.getTotalSpace() - store.getUnallocatedSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only the soft limit, which their own account may raise again. */
    private boolean limit(String octets) {
        return processes().allMatch(pid -> Shell.does("prlimit", "--pid", pid, "--fsize=" + octets + ":"));
    }

    private Stream<String> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").startsWith(folder.toString()))
                .map(process -> String.valueOf(process.pid()));
    }
}
