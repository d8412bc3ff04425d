package fr.sceau.smime.trust;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files that came from the network and were found good. Each is whole or absent, even after a power cut; when there are too
 * many or they are too large, those written longest ago go: they can be fetched again.
 */
final class FetchedFolder {
    private final Path folder;
    private final String ending;
    private final int mostFiles;
    private final long mostOctets;

    FetchedFolder(Path folder, String ending, int mostFiles, long mostOctets) {
        this.folder = folder;
        this.ending = ending;
        this.mostFiles = mostFiles;
        this.mostOctets = mostOctets;
    }

    /** @param name letters, digits, {@code -} and {@code _} */
    synchronized void put(String name, byte[] content) throws IOException {
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, "new", ".part");
        try {
            write(temporary, content);
            Files.move(temporary, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        thin();
    }

    Optional<byte[]> read(String name) {
        try {
            return Optional.of(Files.readAllBytes(file(name)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty(); // as good as absent: it will be fetched again
        }
    }

    /** The names that were given to {@link #put}. */
    List<String> names() throws IOException {
        return files().stream()
                .map(file -> file.getFileName().toString())
                .map(name -> name.substring(0, name.length() - ending.length()))
                .toList();
    }

    private Path file(String name) {
        return folder.resolve(name + ending);
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private void thin() throws IOException {
        record Aged(Path file, long written, long octets) {}
        List<Aged> all = new ArrayList<>();
        for (Path file : files()) {
            all.add(new Aged(file, Files.getLastModifiedTime(file).toMillis(), Files.size(file)));
        }
        all.sort(Comparator.comparingLong(Aged::written).reversed());
        long octets = 0;
        for (int i = 0; i < all.size(); i++) {
            octets += all.get(i).octets();
            if (i > 0 && (i >= mostFiles || octets > mostOctets)) {
                Files.delete(all.get(i).file());
            }
        }
    }
}
