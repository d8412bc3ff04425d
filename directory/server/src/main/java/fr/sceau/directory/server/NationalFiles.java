package fr.sceau.directory.server;

import fr.sceau.directory.server.importing.Newest;
import fr.sceau.directory.server.index.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The extractions in {@code directory/registry/}, and those that an import has taken or refused: {@code directory/index.files}
 * names them, {@code name<TAB>octets<TAB>milliseconds}, so that a start does not import what is there already. Used by one
 * thread at a time.
 */
final class NationalFiles {
    private final Path folder;
    private final Path memory;
    private Map<String, String> judged;
    private Map<String, String> lastSeen = Map.of();

    NationalFiles(Path folder, Path memory) throws IOException {
        this.folder = folder;
        this.memory = memory;
        this.judged = read(memory);
    }

    private static Map<String, String> read(Path memory) throws IOException {
        if (!Files.exists(memory)) {
            return Map.of();
        }
        try (Stream<String> lines = Files.lines(memory)) {
            return lines.map(line -> line.split("\t", 2))
                    .filter(cells -> cells.length == 2)
                    .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1], (one, other) -> other));
        }
    }

    Path folder() {
        return folder;
    }

    /** What an import would take now: names, and what changes when their content does. */
    Map<String, String> state() throws IOException {
        Map<String, String> state = new TreeMap<>();
        for (Path file : Newest.of(folder)) {
            long changed = Files.getLastModifiedTime(file).toMillis();
            state.put(file.getFileName().toString(), Files.size(file) + "\t" + changed);
        }
        return state;
    }

    /** Whether these are news, and complete: the look before saw them as they are now. */
    boolean areNews(Map<String, String> state, Version served) throws IOException {
        boolean still = state.equals(lastSeen);
        lastSeen = state;
        if (state.isEmpty() || state.equals(judged) || !still) {
            return false;
        }
        if (isServed(state, served)) {
            judge(state);
            return false;
        }
        return true;
    }

    /** Somebody else may have imported them. */
    private boolean isServed(Map<String, String> state, Version served) {
        Set<String> tables = new HashSet<>(state.keySet());
        tables.removeIf(name -> name.endsWith(".csv")); // named in no version
        boolean changed = state.entrySet().stream()
                .anyMatch(file ->
                        !judged.getOrDefault(file.getKey(), file.getValue()).equals(file.getValue()));
        return !changed && served.sources().values().containsAll(tables);
    }

    /** Remembers that these were taken or refused. */
    void judge(Map<String, String> state) throws IOException {
        judged = state;
        Path written = Files.write(
                memory.resolveSibling(memory.getFileName() + ".tmp"),
                state.entrySet().stream()
                        .map(file -> file.getKey() + "\t" + file.getValue())
                        .toList());
        Files.move(written, memory, StandardCopyOption.REPLACE_EXISTING);
    }
}
