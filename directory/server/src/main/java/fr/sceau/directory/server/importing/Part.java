package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.registry.Column;
import fr.sceau.directory.server.registry.LineParser;
import fr.sceau.directory.server.registry.Quarantine;
import fr.sceau.directory.server.registry.RefusedFileException;
import fr.sceau.directory.server.registry.TableFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One extraction while it is imported.
 *
 * @param name as the version names its source
 * @param key what brings lines together
 */
final class Part<C extends Enum<C> & Column, T> {
    private final String name;
    private final Download file;
    private final TableFormat<C, T> format;
    private final C key;
    private final Quarantine quarantine = new Quarantine();
    private Optional<LineParser<C, T>> parser = Optional.empty();
    private long lines;

    Part(String name, Download file, TableFormat<C, T> format, C key) {
        this.name = name;
        this.file = file;
        this.format = format;
        this.key = key;
    }

    String name() {
        return name;
    }

    Download file() {
        return file;
    }

    Quarantine quarantine() {
        return quarantine;
    }

    long lines() {
        return lines;
    }

    void header(String header) throws RefusedFileException {
        parser = Optional.of(format.below(header));
    }

    /** The key of a line, counted from then on. */
    String key(String line) {
        lines++;
        return parser.orElseThrow().raw(line, key).strip().toLowerCase(Locale.ROOT);
    }

    /** @param tagged lines of a bucket: tag, number and line, with {@code |} between them */
    List<T> parse(List<String> tagged) {
        return tagged.stream().map(this::parse).flatMap(Optional::stream).toList();
    }

    Optional<T> parse(String tagged) {
        int number = tagged.indexOf('|') + 1;
        int line = tagged.indexOf('|', number) + 1;
        return parser.orElseThrow()
                .parse(tagged.substring(line), Long.parseLong(tagged.substring(number, line - 1)), quarantine);
    }
}
