package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The newest file of each kind in a folder, by the date in its name. */
final class Downloads {
    /** Three extractions come in one zip. */
    private static final String TOGETHER = "PS_LibreAcces_";

    private static final Pattern STAMP = Pattern.compile("_(\\d{8,14})\\.");

    private final Path folder;

    Downloads(Path folder) {
        this.folder = folder;
    }

    Download needed(String prefix) throws IOException, RefusedFileException {
        return newest(prefix).orElseThrow(() -> missing(prefix));
    }

    static RefusedFileException missing(String prefix) {
        return new RefusedFileException("no file " + prefix + "AAAAMMJJhhmm");
    }

    Optional<Download> newest(String prefix) throws IOException {
        return newest(List.of(prefix));
    }

    /** @param prefixes names that one kind of file has had */
    Optional<Download> newest(List<String> prefixes) throws IOException {
        return newest(pattern(prefixes)).map(file -> new Download(file, prefixes));
    }

    /** The names of one kind of file. */
    static Pattern pattern(List<String> prefixes) {
        String names = prefixes.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
        String together = prefixes.get(0).startsWith(TOGETHER) ? "|" + TOGETHER + "\\d{8,14}\\.zip" : "";
        return Pattern.compile(names + "\\d{8,14}\\.(?:txt|zip)" + together);
    }

    Optional<Path> newestTable(String prefix) throws IOException {
        return newest(Pattern.compile(Pattern.quote(prefix) + "\\d{8,14}\\.csv"));
    }

    private Optional<Path> newest(Pattern name) throws IOException {
        return all(name).stream().findFirst();
    }

    /** The newest first. */
    List<Path> all(Pattern name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> Map.entry(date(name, file), file))
                    .filter(file -> !file.getKey().isEmpty())
                    .sorted(Map.Entry.<String, Path>comparingByKey()
                            .thenComparing(Map.Entry::getValue)
                            .reversed())
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    private static String date(Pattern name, Path file) {
        String own = file.getFileName().toString();
        return name.matcher(own).matches() ? stamp(own) : "";
    }

    /** The digits before the ending, or nothing. */
    static String stamp(String name) {
        Matcher found = STAMP.matcher(name);
        return found.find() ? found.group(1) : "";
    }
}
