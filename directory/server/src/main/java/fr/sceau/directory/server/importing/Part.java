package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.index.Hash;
import fr.sceau.directory.server.registry.Cells;
import fr.sceau.directory.server.registry.Column;
import fr.sceau.directory.server.registry.LineParser;
import fr.sceau.directory.server.registry.Quarantine;
import fr.sceau.directory.server.registry.RefusedFileException;
import fr.sceau.directory.server.registry.TableFormat;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** One extraction while it is imported. */
final class Part<C extends Enum<C> & Column, T> {
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private final String name;
    private final Download file;
    private final TableFormat<C, T> format;
    private final Keys<C> keys;
    private final Quarantine quarantine = new Quarantine();
    private Optional<LineParser<C, T>> parser = Optional.empty();
    private long seed;
    private long lines;

    /**
     * What brings lines together.
     *
     * @param own the {@link Group} of the person or the address that a line is about
     * @param structure that of the structure, or none
     */
    record Keys<C>(ToLongFunction<Cells<C>> own, ToLongFunction<Cells<C>> structure) {
        /** A line that says nothing of a structure. */
        static <C> Keys<C> ofPerson(C idNatPs) {
            return new Keys<>(line -> Group.person(line.get(idNatPs)), line -> Group.NONE);
        }
    }

    /** @param name as the version names its source */
    Part(String name, Download file, TableFormat<C, T> format, Keys<C> keys) {
        this.name = name;
        this.file = file;
        this.format = format;
        this.keys = keys;
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

    /** How many there are below the header, once they have been read. */
    long lines() {
        return lines;
    }

    void counted(long all) {
        lines = all;
    }

    /** What a line means depends on it. */
    void header(String header) throws RefusedFileException {
        parser = Optional.of(format.below(header));
        seed = Hash.of(name + "|" + header);
    }

    Cells<C> cells(String line) {
        return parser.orElseThrow().cells(line);
    }

    long group(String line) {
        return keys.own().applyAsLong(cells(line));
    }

    long structure(String line) {
        return keys.structure().applyAsLong(cells(line));
    }

    /** The same for the same line below the same header. */
    long hash(String line) {
        long mixed = (Hash.of(line) ^ seed) * ODD;
        return mixed ^ (mixed >>> 32);
    }

    /** Nothing when the line is left out; the quarantine knows then why. */
    Optional<T> parse(String line, long number) {
        return parser.orElseThrow().parse(line, number, quarantine);
    }
}
