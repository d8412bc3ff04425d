package fr.sceau.directory.server.sources;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A folder of small files of one kind, all read anew when one changes. Used by one thread at a time. */
final class WatchedFolder<T> {
    private final Path folder;
    private final Pattern name;
    private final Reader<T> reader;
    private List<Stamp> seen = List.of();
    private List<T> items = List.of();
    private List<String> unreadable = List.of();

    /** Makes something of one file, or nothing when it is not what it should be. */
    interface Reader<T> {
        Optional<T> read(Path file) throws IOException;
    }

    WatchedFolder(Path folder, Pattern name, Reader<T> reader) {
        this.folder = folder;
        this.name = name;
        this.reader = reader;
    }

    List<T> items() {
        return items;
    }

    /** Names of files of which nothing could be made. */
    List<String> unreadable() {
        return unreadable;
    }

    /** Reads the folder when one of its files changed. */
    boolean refresh() throws IOException {
        List<Path> files = Folder.files(folder, name);
        List<Stamp> stamps = Stamp.of(files);
        if (stamps.equals(seen)) {
            return false;
        }
        read(files);
        seen = stamps;
        return true;
    }

    private void read(List<Path> files) throws IOException {
        List<T> good = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        for (Path file : files) {
            Optional<T> item = reader.read(file);
            item.ifPresentOrElse(good::add, () -> bad.add(file.getFileName().toString()));
        }
        items = List.copyOf(good);
        unreadable = List.copyOf(bad);
    }
}
