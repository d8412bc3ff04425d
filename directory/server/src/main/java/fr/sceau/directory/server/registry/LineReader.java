package fr.sceau.directory.server.registry;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of a file, one at a time. */
final class LineReader implements Closeable {
    private final BlockReader blocks;
    private Optional<Block> block = Optional.empty();
    private int place;

    LineReader(Path file) throws IOException {
        this.blocks = new BlockReader(Files.newInputStream(file));
    }

    /** The next line without its end, or nothing after the last one. */
    Optional<String> next() throws IOException, RefusedFileException {
        if (block.isEmpty() || place == block.get().lines()) {
            block = blocks.next();
            place = 0;
        }
        return block.isEmpty() ? Optional.empty() : Optional.of(block.get().line(place++));
    }

    /** Whether the line read last was closed by a line end: a file that was cut mostly has none. */
    boolean lastLineEnded() {
        return blocks.lastLineEnded();
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }
}
