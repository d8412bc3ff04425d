package fr.sceau.server.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/** A small file that was not there before and is there whole, on the disk, or not at all. */
final class NewFile {
    private NewFile() {}

    static void write(Path file, byte[] octets, FileAttribute<?>... attributes) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, attributes)) {
            fill(channel, file, octets);
        }
    }

    private static void fill(FileChannel channel, Path file, byte[] octets) throws IOException {
        try {
            ByteBuffer rest = ByteBuffer.wrap(octets);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
            HalfRestored.sync(file.resolveSibling("."));
        } catch (IOException e) {
            Files.delete(file);
            throw e;
        }
    }
}
