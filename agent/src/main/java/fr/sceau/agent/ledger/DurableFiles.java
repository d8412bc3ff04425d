package fr.sceau.agent.ledger;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are either wholly there or not at all, also after a power cut. */
public final class DurableFiles {
    private DurableFiles() {}

    /** Gives a finished file its final name. */
    public static void publish(Path finished, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(finished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(target.toAbsolutePath().resolveSibling(""));
    }

    /** Makes the names in a folder durable. */
    static void forceFolder(Path folder) throws IOException {
        if (File.separatorChar == '\\') {
            return; // Windows opens no folder; NTFS journals the rename itself
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
