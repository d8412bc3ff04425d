package fr.sceau.directory.server.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The domains to which mail may go: the first column of {@code conf/operators.tsv}, which the mail server owns and refuses to
 * start with when it is not understood. Used by one thread at a time.
 */
final class WatchedDomains {
    private final Path file;
    private Optional<Stamp> seen = Optional.empty();
    private Set<String> domains = Set.of();

    WatchedDomains(Path file) {
        this.file = file;
    }

    /** In lower case; none where there is no such file, or nothing in it. */
    Set<String> domains() {
        return domains;
    }

    /** Reads the file when it changed. */
    boolean refresh() throws IOException {
        Optional<Stamp> now = Files.isRegularFile(file) ? Optional.of(Stamp.of(file)) : Optional.empty();
        if (now.equals(seen)) {
            return false;
        }
        Set<String> before = domains;
        domains = now.isPresent() ? read() : Set.of();
        seen = now;
        return !domains.equals(before);
    }

    private Set<String> read() throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split("\\s", 2)[0].toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
        }
    }
}
