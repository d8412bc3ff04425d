package fr.sceau.directory.server.sources;

import fr.sceau.directory.server.registry.RefusedFileException;
import fr.sceau.directory.server.registry.Table;
import fr.sceau.directory.server.registry.TableFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A table that somebody edits: holds its last good content. Used by one thread at a time. */
final class WatchedTable<T> {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedTable.class);

    private final Path file;
    private final TableFormat<?, T> format;
    private final QuarantineReport report;
    private Optional<Stamp> refused = Optional.empty();
    private Optional<Stamp> held = Optional.empty();
    private Table<T> table = Table.empty();

    WatchedTable(Path file, TableFormat<?, T> format, QuarantineReport report) {
        this.file = file;
        this.format = format;
        this.report = report;
    }

    /** The rows of the last good content; none before the first one. */
    List<T> rows() {
        return table.rows();
    }

    /** Whether the file is there but was never good so far. */
    boolean onlyRefused() {
        return held.isEmpty() && refused.isPresent();
    }

    /** Reads the file when it changed; false when the held content stays. */
    boolean refresh() throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        Optional<Stamp> stamp = Optional.of(Stamp.of(file));
        return !stamp.equals(held) && !stamp.equals(refused) && accept(stamp.get());
    }

    private boolean accept(Stamp stamp) throws IOException {
        try {
            Table<T> read = format.read(file);
            if (!Stamp.of(file).equals(stamp)) {
                return false; // still being written: the next look decides
            }
            hold(read, stamp);
            return true;
        } catch (RefusedFileException e) {
            refused = Optional.of(stamp);
            LOG.error("{} refused, the content held before stays: {}", stamp.name(), e.getMessage());
            return false;
        }
    }

    private void hold(Table<T> read, Stamp stamp) {
        table = read;
        held = Optional.of(stamp);
        refused = Optional.empty();
        LOG.info("{} taken: {} lines", stamp.name(), read.rows().size());
        report.lines(stamp.name(), read.quarantine());
    }
}
