package fr.sceau.directory.server.sources;

import fr.sceau.directory.server.registry.RefusedFileException;
import fr.sceau.directory.server.registry.Table;
import fr.sceau.directory.server.registry.TableFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One kind of table: holds the content of its last good file. Used by one thread at a time. */
final class WatchedTable<T> {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedTable.class);

    /** From this size on, a file with a tenth fewer lines than the one before is taken for incomplete. */
    private static final int GUARDED_LINES = 200;

    private final Candidates candidates;
    private final TableFormat<?, T> format;
    private final QuarantineReport report;
    private final Set<Stamp> refused = new HashSet<>();
    private Optional<Stamp> held = Optional.empty();
    private Table<T> table = Table.empty();

    WatchedTable(Candidates candidates, TableFormat<?, T> format, QuarantineReport report) {
        this.candidates = candidates;
        this.format = format;
        this.report = report;
    }

    /** The rows of the last good file; none before the first one. */
    List<T> rows() {
        return table.rows();
    }

    /** The name of the last good file. */
    Optional<String> fileName() {
        return held.map(Stamp::name);
    }

    /** Whether a file is there but none was good so far. */
    boolean onlyRefused() {
        return held.isEmpty() && !refused.isEmpty();
    }

    /** Reads the preferred file when it changed; false when the held content stays. */
    boolean refresh() throws IOException {
        List<Path> files = candidates.preferredFirst();
        for (int i = 0; i < files.size(); i++) {
            Stamp stamp = Stamp.of(files.get(i));
            if (held.filter(now -> isNoNewer(stamp, now)).isPresent()) {
                return false;
            }
            if (!refused.contains(stamp) && accept(files, i, stamp)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNoNewer(Stamp stamp, Stamp held) {
        return stamp.equals(held) || stamp.name().compareTo(held.name()) < 0;
    }

    private boolean accept(List<Path> files, int position, Stamp stamp) throws IOException {
        Path file = files.get(position);
        try {
            Table<T> read = format.read(file);
            if (!Stamp.of(file).equals(stamp)) {
                return false; // still being written: the next look decides
            }
            guard(read, files, position);
            hold(read, stamp);
            return true;
        } catch (RefusedFileException e) {
            refused.add(stamp);
            LOG.error("{} refused, the content held before stays: {}", stamp.name(), e.getMessage());
            return false;
        }
    }

    private void hold(Table<T> read, Stamp stamp) {
        table = read;
        held = Optional.of(stamp);
        refused.clear();
        LOG.info("{} taken: {} lines", stamp.name(), read.rows().size());
        report.lines(stamp.name(), read.quarantine());
    }

    private void guard(Table<T> read, List<Path> files, int position) throws IOException, RefusedFileException {
        long before = linesBefore(files, position);
        if (format.published() && before >= GUARDED_LINES && read.lineCount() < before * 0.9) {
            throw new RefusedFileException(
                    read.lineCount() + " lines where there were " + before + ": a tenth or more is missing");
        }
    }

    /** After a start nothing is held yet: the next older file is what this one replaces. */
    private long linesBefore(List<Path> files, int position) throws IOException {
        if (held.isPresent()) {
            return table.lineCount();
        }
        return format.published() && position + 1 < files.size() ? lineCount(files.get(position + 1)) : 0;
    }

    private static long lineCount(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            return lines.count() - 1;
        }
    }
}
