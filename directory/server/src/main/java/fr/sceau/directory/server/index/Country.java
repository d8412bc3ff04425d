package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.schema.Schema;
import fr.sceau.directory.server.index.Question.Bounds;
import fr.sceau.directory.server.search.Evaluation;
import fr.sceau.directory.server.search.Names;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;

/** The entries of the country in a folder: the present version, and what changed since the first. Safe for many threads. */
public final class Country implements AutoCloseable {
    static {
        IndexSearcher.setMaxClauseCount(1 << 16); // what a filter may have of parts, the protocol's side decides
    }

    private final FSDirectory folder;
    private final Evaluation evaluation;
    private final Names names;
    private volatile View view;

    private Country(FSDirectory folder, View view, Schema schema) {
        this.folder = folder;
        this.evaluation = new Evaluation(schema);
        this.names = new Names(schema);
        this.view = view;
    }

    /** Opens what is there; a folder without anything is the empty directory. */
    public static Country open(Path path, Schema schema) {
        return guarded(() -> {
            FSDirectory folder = IndexFolder.open(path);
            return new Country(folder, new View(IndexFolder.reader(folder)), schema);
        });
    }

    /** The version that is read now, to be closed by who asked. */
    public Reading reading() {
        return new Reading(held(), evaluation, names);
    }

    /** A view that is being replaced is closed by nobody who reads it. */
    private View held() {
        View now = view;
        while (!now.hold()) {
            if (now == view) {
                throw new IllegalStateException("the directory is closed");
            }
            now = view;
        }
        return now;
    }

    public Version version() {
        return reading(View::version);
    }

    /** How many entries there are, those that are missing included. */
    public int size() {
        return reading(View::size);
    }

    /** Reads what the first search for a part of a word would have to wait for; later versions are prepared by {@link #refresh}. */
    public void prepare() {
        reading(View::words);
    }

    public boolean isPrepared() {
        return view.isSearched();
    }

    /** Takes the version that was committed last, if it is another; who still reads the one before may go on. */
    public synchronized boolean refresh() {
        return guarded(() -> {
            View before = view;
            DirectoryReader newer = DirectoryReader.openIfChanged(before.reader());
            if (newer == null) {
                return false;
            }
            View next = new View(newer);
            if (before.isSearched()) {
                next.words(); // before somebody waits for them
            }
            view = next;
            before.close();
            return true;
        });
    }

    /** Begins the next version; fails when another process is at it. */
    public Update update(LocalDate day) {
        return guarded(() -> {
            IndexWriter writer = IndexFolder.writer(folder);
            View before = new View(DirectoryReader.open(folder));
            return new Update(writer, before, before.version().next(day));
        });
    }

    /**
     * Makes a new version that is as an earlier one was.
     *
     * @throws IllegalArgumentException when there has been no such version
     */
    public Version rollback(long number, LocalDate day) {
        refresh();
        if (number < 1 || number > version().number()) {
            throw new IllegalArgumentException("no version " + number);
        }
        try (Update update = update(day)) {
            changes(number, version().number()).forEach(update::undo);
            return update.commit(Map.of(Version.ROLLBACK, String.valueOf(number)));
        }
    }

    /** The same for the same entries that are there, whatever their history: two directories can be compared by it. */
    public long fingerprint() {
        return reading(View::fingerprint);
    }

    /** The entries of some names, as they are shown now; the others are not decoded. */
    public void each(Predicate<String> names, Consumer<Entry> visitor) {
        reading(now -> now.each(document -> {
            if (names.test(now.name(document))) {
                visitor.accept(now.shown(document));
            }
        }));
    }

    /** All entries as they are shown now. */
    public void each(Consumer<Entry> visitor) {
        reading(now -> now.each(document -> visitor.accept(now.shown(document))));
    }

    /** An entry as it is shown now. */
    public Optional<Entry> find(DN name) {
        return reading(now -> now.entry(name));
    }

    /**
     * The entries at or below a name that match, at most so many, in the order of {@link fr.sceau.directory.server.search.Rank}. A
     * filter of which nothing is indexed looks at every entry.
     */
    public List<Entry> find(DN base, SearchScope scope, Filter filter, int limit) {
        Question question = new Question(base, scope, filter, Bounds.of(limit));
        return reading(now ->
                new Finder(now, evaluation, names, question, Optional::of).run().entries());
    }

    /** What became of each entry after one version up to another, in the order of the versions. */
    public List<Change> changes(long after, long upTo) {
        return reading(now -> new History(now).changes(after, upTo));
    }

    /** An entry as it was shown on a day. */
    public Optional<Entry> find(DN name, LocalDate day) {
        return reading(now -> new History(now).find(name, day));
    }

    @Override
    public void close() {
        guarded(() -> {
            view.close();
            folder.close();
            return true;
        });
    }

    private <T> T reading(Reader<T> reader) {
        return guarded(() -> {
            try (View now = held()) {
                return reader.read(now);
            }
        });
    }

    private interface Reader<T> {
        T read(View view) throws IOException;
    }

    private static <T> T guarded(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new IndexException("L'annuaire ne peut pas être lu", e);
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }
}
