package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.schema.Schema;
import fr.sceau.directory.server.search.Evaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/** The entries of the country in a folder: the present version, and what changed since the first. Safe for many threads. */
public final class Country implements AutoCloseable {
    private static final double BUFFER_MEGABYTES = 128;

    static {
        IndexSearcher.setMaxClauseCount(1 << 16); // what a filter may have of parts, the protocol's side decides
    }

    private final FSDirectory folder;
    private final Evaluation evaluation;
    private volatile View view;

    private Country(FSDirectory folder, View view, Schema schema) {
        this.folder = folder;
        this.evaluation = new Evaluation(schema);
        this.view = view;
    }

    /** Opens what is there; a folder without anything is the empty directory. */
    public static Country open(Path path, Schema schema) {
        return guarded(() -> {
            FSDirectory folder = FSDirectory.open(path);
            if (!DirectoryReader.indexExists(folder)) {
                try (IndexWriter writer = new IndexWriter(folder, settings())) {
                    writer.setLiveCommitData(Version.NONE.data().entrySet());
                    writer.commit();
                }
            }
            return new Country(folder, new View(DirectoryReader.open(folder)), schema);
        });
    }

    private static IndexWriterConfig settings() {
        return new IndexWriterConfig().setCommitOnClose(false).setRAMBufferSizeMB(BUFFER_MEGABYTES);
    }

    public Version version() {
        return view.version();
    }

    /** How many entries there are, those that are missing included. */
    public int size() {
        View now = view;
        return guarded(() -> now.searcher().count(new FieldExistsQuery(Fields.CONTENT)));
    }

    /** Takes the version that was committed last, if it is another; who still reads the one before may go on. */
    public synchronized boolean refresh() {
        return guarded(() -> {
            DirectoryReader newer = DirectoryReader.openIfChanged(view.reader());
            if (newer == null) {
                return false;
            }
            View next = new View(newer);
            if (view.isSearched()) {
                next.words(); // before somebody waits for them
            }
            view = next;
            return true;
        });
    }

    /** Begins the next version; fails when another process is at it. */
    public Update update(LocalDate day) {
        return guarded(() -> {
            IndexWriter writer = new IndexWriter(folder, settings());
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
        View now = view;
        long[] sum = {0};
        Column id = now.column(Fields.ID);
        Column content = now.column(Fields.CONTENT);
        Column left = now.column(Fields.LEFT);
        guarded(() -> {
            now.eachOf(new FieldExistsQuery(Fields.CONTENT), document -> {
                if (left.at(document) == Presence.STILL_THERE) {
                    sum[0] += id.at(document) ^ Long.rotateLeft(content.at(document), 1);
                }
            });
            return true;
        });
        return sum[0];
    }

    /** The entries of some names, as they are shown now; the others are not decoded. */
    public void each(Predicate<String> names, Consumer<Entry> visitor) {
        View now = view;
        guarded(() -> {
            now.eachOf(new FieldExistsQuery(Fields.CONTENT), document -> {
                if (names.test(now.name(document))) {
                    visitor.accept(now.shown(document));
                }
            });
            return true;
        });
    }

    /** All entries as they are shown now. */
    public void each(Consumer<Entry> visitor) {
        View now = view;
        guarded(() -> {
            now.eachOf(new FieldExistsQuery(Fields.CONTENT), document -> visitor.accept(now.shown(document)));
            return true;
        });
    }

    /** An entry as it is shown now. */
    public Optional<Entry> find(DN name) {
        View now = view;
        return guarded(() -> {
            Optional<Integer> document = now.document(name);
            return document.isEmpty() ? Optional.empty() : Optional.of(now.shown(document.get()));
        });
    }

    /**
     * The entries at or below a name that match, at most so many; those with whole words of the filter first. A filter of which
     * nothing is indexed looks at every entry.
     */
    public List<Entry> find(DN base, SearchScope scope, Filter filter, int limit) {
        View now = view;
        return guarded(() -> new Finder(now, evaluation, base, scope, filter, limit).run());
    }

    /** What became of each entry after one version up to another, in the order of the versions. */
    public List<Change> changes(long after, long upTo) {
        Map<String, Change> changes = new LinkedHashMap<>();
        for (Change change : changes(LongField.newRangeQuery(Change.IN, after + 1, upTo))) {
            changes.merge(change.name(), change, Change::then);
        }
        return List.copyOf(changes.values());
    }

    /** An entry as it was shown on a day. */
    public Optional<Entry> find(DN name, LocalDate day) {
        Query later = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Change.OF, name.toNormalizedString())), Occur.FILTER)
                .add(LongField.newRangeQuery(Change.DAY, day.toEpochDay() + 1, Long.MAX_VALUE), Occur.FILTER)
                .build();
        List<Change> since = changes(later);
        Optional<Entry> then = since.isEmpty() ? find(name) : since.get(0).before();
        return then.filter(entry -> wasThere(entry, day));
    }

    private static boolean wasThere(Entry entry, LocalDate day) {
        return entry.getAttributeValue(Presence.SINCE).compareTo(Presence.day(day.toEpochDay())) <= 0;
    }

    private List<Change> changes(Query query) {
        View now = view;
        return guarded(() -> {
            List<Change> found = new ArrayList<>();
            now.eachOf(
                    query,
                    document ->
                            found.add(Change.of(now.searcher().storedFields().document(document))));
            found.sort(Comparator.comparingLong(Change::version));
            return found;
        });
    }

    @Override
    public void close() {
        guarded(() -> {
            view.close();
            folder.close();
            return true;
        });
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
