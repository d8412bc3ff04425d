package fr.sceau.directory.server.publishing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The file of events: only ever added to, each addition on the disk before anything is done about it. It names people who answer for
 * mailboxes: its folder is its owner's alone. Several processes may add to it.
 */
final class Journal {
    private final Path file;

    Journal(Path file) {
        this.file = file;
    }

    /** Grows with each addition, of whomever. */
    long size() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    Ledger ledger() throws IOException {
        Ledger ledger = new Ledger();
        if (Files.exists(file)) {
            String all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8); // also when cut within a letter
            all.lines().forEach(line -> Event.parse(line).ifPresent(ledger::take));
        }
        return ledger;
    }

    void add(List<Event> events) throws IOException {
        if (events.isEmpty()) {
            return;
        }
        createFolder();
        String lines = events.stream().map(event -> event.line() + "\n").collect(Collectors.joining());
        byte[] octets = (isCut() ? "\n" + lines : lines).getBytes(StandardCharsets.UTF_8);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer left = ByteBuffer.wrap(octets);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        }
    }

    /** Whether somebody was stopped in the middle of a line. */
    private boolean isCut() throws IOException {
        if (size() == 0) {
            return false;
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(in.length() - 1);
            return in.read() != '\n';
        }
    }

    private void createFolder() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(folder)) {
            return;
        }
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }
}
