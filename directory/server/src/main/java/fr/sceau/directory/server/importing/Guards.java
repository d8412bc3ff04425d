package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.index.Version;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.util.Optional;

/** What a day may take away. */
final class Guards {
    private static final double FEWER_LINES = 0.05;
    private static final double MALFORMED = 0.001;
    private static final int MALFORMED_ANYHOW = 20;
    private static final int FEW = 200; // too few for proportions to mean anything

    private Guards() {}

    /** @param before of which the sources tell how many lines there were */
    static void check(Part<?, ?> part, Version before) throws RefusedFileException {
        if (part.lines() == 0 || part.lines() == part.quarantine().size()) {
            throw Readings.refused(part, "no usable line");
        }
        if (part.quarantine().size() > Math.max(MALFORMED_ANYHOW, part.lines() * MALFORMED)) {
            throw Readings.refused(
                    part,
                    part.quarantine().size() + " malformed lines of " + part.lines() + ": more than one in a thousand");
        }
        String served = before.sources().getOrDefault(part.name(), "");
        if (part.file().stamp().compareTo(Downloads.stamp(served)) < 0) {
            throw Readings.refused(part, "older than " + served + ", which is served");
        }
        long then = lines(part, before).orElse(0L);
        if (then >= FEW && part.lines() < then * (1 - FEWER_LINES)) {
            throw Readings.refused(part, part.lines() + " lines where there were " + then);
        }
    }

    private static Optional<Long> lines(Part<?, ?> part, Version before) {
        return Optional.ofNullable(before.sources().get(part.name() + ".lines")).map(Long::valueOf);
    }

    /** @param missing of {@code all} entries that the files do not name any more */
    static void checkMissing(String what, long missing, long all, double most) throws RefusedFileException {
        if (all >= FEW && missing > all * most) {
            throw new RefusedFileException(missing + " of " + all + " " + what + " would go at once: more than "
                    + Math.round(most * 100) + " %");
        }
    }
}
