package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.index.Origins;
import fr.sceau.directory.server.registry.Block;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;

/**
 * One block of a file, and what is remembered of it from the first reading to the second: of which groups its lines are. By two
 * longs a line the second reading knows which lines it need not even decode. Used by one thread at a time.
 */
final class Glance {
    private static final int HEADER = 1; // the number of that line

    private final Part<?, ?> part;
    private long checksum;
    private long[] own = {};
    private long[] structures = {};
    private int lines;

    Glance(Part<?, ?> part) {
        this.part = part;
    }

    /** Tells of which lines groups are made. */
    void compare(Block block, Origins origins) throws RefusedFileException {
        own = new long[block.lines()];
        structures = new long[block.lines()];
        long[] hashes = new long[block.lines()];
        for (int i = 0; i < block.lines(); i++) {
            String line = block.line(i);
            if (!line.isBlank() && block.number(i) != HEADER) {
                own[i] = part.group(line);
                structures[i] = part.structure(line);
                hashes[i] = part.hash(line);
                lines++;
            }
        }
        checksum = block.checksum();
        origins.add(own, hashes);
        origins.add(structures, hashes);
    }

    /** How many there are that say something. */
    int lines() {
        return lines;
    }

    /** @param same the block as it is read again */
    void sort(Block same, int tag, Sorting sorting) throws IOException, RefusedFileException {
        if (same.checksum() != checksum) {
            throw Readings.changed(part);
        }
        for (int i = 0; i < own.length; i++) {
            if (own[i] != Group.NONE && sorting.wants(part, own[i], structures[i])) {
                sorting.take(part, own[i], structures[i], new Tagged(tag, same.number(i), same.line(i)));
            }
        }
    }
}
