package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import fr.sceau.directory.server.search.Evaluation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** One search: entries with whole words first, then those with parts of words, and at the end those that are missing. */
final class Finder {
    private final View view;
    private final Evaluation evaluation;
    private final DN base;
    private final SearchScope scope;
    private final Filter filter;
    private final int limit;
    private final List<Entry> found = new ArrayList<>();
    private final List<Integer> absent = new ArrayList<>();
    private final Set<Integer> seen = new HashSet<>();

    Finder(View view, Evaluation evaluation, DN base, SearchScope scope, Filter filter, int limit) {
        this.view = view;
        this.evaluation = evaluation;
        this.base = base;
        this.scope = scope;
        this.filter = filter;
        this.limit = limit;
    }

    List<Entry> run() throws IOException {
        if (!scope.equals(SearchScope.ONE)) {
            Optional<Integer> itself = view.document(base);
            if (itself.isPresent()) {
                look(itself.get());
            }
        }
        if (!scope.equals(SearchScope.BASE)) {
            below();
        }
        for (int document : absent) {
            take(document);
        }
        return found;
    }

    private void below() throws IOException {
        Optional<Query> whole = new Candidates(view.words(), true).of(filter);
        if (whole.isPresent()) {
            view.eachOf(within(whole.get()), this::look, this::isFull);
        }
        Query any = new Candidates(view.words(), false).of(filter).orElse(new FieldExistsQuery(Fields.CONTENT));
        view.eachOf(within(any), this::look, this::isFull);
    }

    private Query within(Query query) {
        return new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(new TermQuery(new Term(Fields.ABOVE, base.toNormalizedString())), Occur.FILTER)
                .build();
    }

    private boolean isFull() {
        return found.size() >= limit;
    }

    private void look(int document) throws IOException {
        if (!seen.add(document)) {
            return;
        }
        if (view.number(document, Fields.LEFT) == Presence.STILL_THERE) {
            take(document);
        } else if (absent.size() < limit) {
            absent.add(document);
        }
    }

    private void take(int document) throws IOException {
        if (isFull()) {
            return;
        }
        Entry entry = view.shown(document);
        if (isInScope(entry) && evaluation.matches(filter, entry)) {
            found.add(entry);
        }
    }

    private boolean isInScope(Entry entry) {
        return !scope.equals(SearchScope.ONE) || base.equals(Fields.dn(entry).getParent());
    }
}
