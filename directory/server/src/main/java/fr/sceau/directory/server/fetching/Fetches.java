package fr.sceau.directory.server.fetching;

import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The extractions of {@code conf/registry.tsv}, each asked for every hour; after a failure in a minute, then in two, four and
 * eight. Used by one thread at a time.
 */
public final class Fetches {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int QUICK_TRIES = 4;

    private final List<Wanted> wanted;
    private final Fetching fetching;
    private final InstantSource clock;
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, Instant> next = new HashMap<>();

    Fetches(List<Wanted> wanted, Fetching fetching, InstantSource clock) {
        this.wanted = List.copyOf(wanted);
        this.fetching = fetching;
        this.clock = clock;
    }

    /**
     * @param home an installation's folder: {@code conf/registry.tsv}, {@code trust/anchors/}, {@code directory/registry/}
     * @throws RefusedFileException naming the line that is not understood
     */
    public static Fetches of(Path home, Steps steps, InstantSource clock) throws IOException, RefusedFileException {
        List<Wanted> wanted = AddressFile.read(home.resolve("conf").resolve("registry.tsv"));
        Connections connections = new Connections(home.resolve("trust").resolve("anchors"));
        Path folder = home.resolve("directory").resolve("registry");
        return new Fetches(wanted, new Fetching(folder, connections, steps, clock), clock);
    }

    public boolean isEmpty() {
        return wanted.isEmpty();
    }

    public boolean areDue() {
        return wanted.stream().anyMatch(this::isDue);
    }

    /** What became of those that were due, by how their names begin. */
    public Map<String, Outcome> run() {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Wanted one : wanted) {
            if (isDue(one)) {
                Outcome outcome = fetching.fetch(one);
                next.put(one.prefix(), clock.instant().plus(pause(one.prefix(), outcome)));
                outcomes.put(one.prefix(), outcome);
            }
        }
        return outcomes;
    }

    private boolean isDue(Wanted one) {
        return !clock.instant().isBefore(next.getOrDefault(one.prefix(), Instant.MIN));
    }

    private Duration pause(String prefix, Outcome outcome) {
        if (outcome instanceof Outcome.Failed) {
            int tries = failures.merge(prefix, 1, Integer::sum);
            return tries > QUICK_TRIES ? EVERY : Duration.ofMinutes(1L << (tries - 1));
        }
        failures.remove(prefix);
        return EVERY;
    }
}
