package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.index.Origins;
import fr.sceau.directory.server.registry.Block;
import fr.sceau.directory.server.registry.BlockReader;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads all files from their first line to their last, twice: one thread cuts them, others look at the lines. */
final class Readings {
    private final Registry registry;
    private final Crew crew;
    private final Meter meter;
    private final Map<Part<?, ?>, List<Glance>> glances = new HashMap<>();

    Readings(Registry registry, Crew crew, Meter meter) {
        this.registry = registry;
        this.crew = crew;
        this.meter = meter;
    }

    private interface Taker {
        /** @param place of the block in its file, from 0 */
        void take(Block block, int place) throws IOException, RefusedFileException;
    }

    /** Tells what the sources have now of each person, address and structure. */
    void compare(Origins origins) throws IOException, RefusedFileException {
        begin("lecture");
        for (Part<?, ?> part : registry.parts()) {
            List<Glance> all = new ArrayList<>();
            glances.put(part, all);
            read(part, (block, place) -> {
                Glance glance = new Glance(part);
                all.add(glance);
                crew.give(() -> {
                    glance.compare(block, origins);
                    meter.more(block.size());
                });
            });
        }
        crew.finish();
        glances.forEach((part, all) ->
                part.counted(all.stream().mapToLong(Glance::lines).sum()));
    }

    /** Reads all once more. */
    void sort(Sorting sorting) throws IOException, RefusedFileException {
        begin("tri");
        for (int i = 0; i < registry.parts().size(); i++) {
            int tag = i;
            Part<?, ?> part = registry.parts().get(tag);
            List<Glance> all = glances.getOrDefault(part, List.of());
            int blocks = read(part, (block, place) -> {
                if (place >= all.size()) {
                    throw changed(part);
                }
                crew.give(() -> {
                    all.get(place).sort(block, tag, sorting);
                    meter.more(block.size());
                });
            });
            if (blocks < all.size()) {
                throw changed(part);
            }
        }
        crew.finish();
        glances.clear();
    }

    private void begin(String what) throws IOException, RefusedFileException {
        long total = 0;
        for (Part<?, ?> part : registry.parts()) {
            total += part.file().size();
        }
        meter.begins(what, total);
    }

    /** How many blocks there are. */
    private int read(Part<?, ?> part, Taker taker) throws IOException, RefusedFileException {
        int place = 0;
        try (InputStream stream = part.file().open();
                BlockReader blocks = new BlockReader(stream)) {
            for (Optional<Block> block = blocks.next(); block.isPresent(); block = blocks.next()) {
                if (place == 0) {
                    part.header(block.get().line(0));
                }
                taker.take(block.get(), place);
                place++;
            }
            if (place == 0) {
                throw refused(part, "the file is empty");
            }
            if (!blocks.lastLineEnded()) {
                crew.finish(); // which may know better what is wrong with it
                throw refused(part, "the last line is not ended: the file was cut");
            }
        }
        return place;
    }

    static RefusedFileException changed(Part<?, ?> part) {
        return refused(part, "the file has changed while it was read");
    }

    static RefusedFileException refused(Part<?, ?> part, String reason) {
        return new RefusedFileException(part.file().name() + ": " + reason);
    }
}
