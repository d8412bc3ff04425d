package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What became of entries, and what was said of them on a day. */
final class History {
    private final View view;

    History(View view) {
        this.view = view;
    }

    /** In the order of the versions, one change for each entry. */
    List<Change> changes(long after, long upTo) throws IOException {
        Map<String, Change> changes = new LinkedHashMap<>();
        for (Change change : changes(LongField.newRangeQuery(Change.IN, after + 1, upTo))) {
            changes.merge(change.name(), change, Change::then);
        }
        return List.copyOf(changes.values());
    }

    Optional<Entry> find(DN name, LocalDate day) throws IOException {
        Query later = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Change.OF, name.toNormalizedString())), Occur.FILTER)
                .add(LongField.newRangeQuery(Change.DAY, day.toEpochDay() + 1, Long.MAX_VALUE), Occur.FILTER)
                .build();
        List<Change> since = changes(later);
        Optional<Entry> then = since.isEmpty() ? view.entry(name) : since.get(0).before();
        return then.filter(entry -> wasThere(entry, day));
    }

    private static boolean wasThere(Entry entry, LocalDate day) {
        return entry.getAttributeValue(Presence.SINCE).compareTo(Presence.day(day.toEpochDay())) <= 0;
    }

    private List<Change> changes(Query query) throws IOException {
        List<Change> found = new ArrayList<>();
        view.eachOf(
                query,
                document -> found.add(Change.of(view.searcher().storedFields().document(document))));
        found.sort(Comparator.comparingLong(Change::version));
        return found;
    }
}
