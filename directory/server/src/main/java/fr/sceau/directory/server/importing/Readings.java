package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.importing.Import.Steps;
import fr.sceau.directory.server.index.Origins;
import fr.sceau.directory.server.registry.LineReader;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads all files from their first line to their last. */
final class Readings {
    private final Registry registry;
    private final Steps steps;
    private long characters;

    Readings(Registry registry, Steps steps) {
        this.registry = registry;
        this.steps = steps;
    }

    /** What is done with a line. */
    interface Taker {
        /** @param tag the place of the part among all parts */
        void take(Part<?, ?> part, int tag, String line, long number) throws IOException;
    }

    /** Tells what the sources have now of each person, address and structure. */
    void compare(Origins origins) throws IOException, RefusedFileException {
        begin("lecture");
        for (Part<?, ?> part : registry.parts()) {
            part.counted(read(part, 0, (of, tag, line, number) -> {
                long hash = of.hash(line);
                long structure = of.structure(line);
                origins.add(of.group(line), hash);
                if (structure != Group.NONE) {
                    origins.add(structure, hash);
                }
            }));
        }
    }

    /** Reads all once more. */
    void again(Taker taker) throws IOException, RefusedFileException {
        begin("tri");
        for (int tag = 0; tag < registry.parts().size(); tag++) {
            Part<?, ?> part = registry.parts().get(tag);
            if (read(part, tag, taker) != part.lines()) {
                throw refused(part, "the file has changed while it was read");
            }
        }
    }

    private void begin(String what) throws IOException, RefusedFileException {
        long total = 0;
        for (Part<?, ?> part : registry.parts()) {
            total += part.file().size();
        }
        characters = 0;
        steps.begins(what, total);
    }

    private long read(Part<?, ?> part, int tag, Taker taker) throws IOException, RefusedFileException {
        long taken = 0;
        try (InputStream stream = part.file().open();
                LineReader lines = new LineReader(stream)) {
            part.header(lines.next().orElseThrow(() -> refused(part, "the file is empty")));
            long number = 1;
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                number++;
                if (!line.get().isBlank()) {
                    taker.take(part, tag, line.get(), number);
                    taken++;
                }
                characters += line.get().length();
                steps.done(characters);
            }
            if (!lines.lastLineEnded()) {
                throw refused(part, "the last line is not ended: the file was cut");
            }
        }
        return taken;
    }

    static RefusedFileException refused(Part<?, ?> part, String reason) {
        return new RefusedFileException(part.file().name() + ": " + reason);
    }
}
