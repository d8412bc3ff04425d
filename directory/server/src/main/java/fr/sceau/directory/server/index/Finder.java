package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.SearchScope;
import fr.sceau.directory.server.index.Found.End;
import fr.sceau.directory.server.search.Evaluation;
import fr.sceau.directory.server.search.Names;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    private final Names names;
    private final Question question;
    private final Function<Entry, Optional<Entry>> shown;
    private final List<Entry> found = new ArrayList<>();
    private final List<Entry> absent = new ArrayList<>();
    private final Set<Integer> seen = new HashSet<>();
    private long mayRead = Long.MAX_VALUE;
    private End end = End.DONE;

    Finder(View view, Evaluation evaluation, Names names, Question question, Function<Entry, Optional<Entry>> shown) {
        this.view = view;
        this.evaluation = evaluation;
        this.names = names;
        this.question = question;
        this.shown = shown;
    }

    Found run() throws IOException {
        SearchScope scope = question.scope();
        if (scope.equals(SearchScope.BASE) || scope.equals(SearchScope.SUB)) {
            Optional<Integer> itself = view.document(question.base());
            if (itself.isPresent()) {
                look(itself.get());
            }
        }
        if (!scope.equals(SearchScope.BASE)) {
            below();
        }
        found.addAll(absent.subList(0, Math.min(absent.size(), wanted() - found.size())));
        return new Found(found, end);
    }

    private int wanted() {
        return question.bounds().entries();
    }

    private void below() throws IOException {
        Optional<Query> whole = new Candidates(view, names, true).of(question.filter());
        if (whole.isPresent()) {
            view.eachOf(within(whole.get()), this::look, this::isEnough);
        }
        Optional<Query> any = new Candidates(view, names, false).of(question.filter());
        if (any.isEmpty()) {
            mayRead = question.bounds().read();
        }
        view.eachOf(within(any.orElse(new FieldExistsQuery(Fields.CONTENT))), this::look, this::isEnough);
    }

    private Query within(Query query) {
        Term above = new Term(Fields.ABOVE, question.base().toNormalizedString());
        return new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(new TermQuery(above), Occur.FILTER)
                .build();
    }

    private boolean isEnough() {
        if (found.size() >= wanted()) {
            return true;
        }
        if (mayRead == 0) {
            end = End.TOO_WIDE;
        } else if (question.bounds().late().getAsBoolean()) {
            end = End.TOO_LATE;
        }
        return end != End.DONE;
    }

    private void look(int document) throws IOException {
        if (!seen.add(document)) {
            return;
        }
        mayRead--;
        boolean there = view.number(document, Fields.LEFT) == Presence.STILL_THERE;
        List<Entry> fitting = there ? found : absent;
        if (fitting.size() < wanted()) {
            shown.apply(view.shown(document)).filter(this::matches).ifPresent(fitting::add);
        }
    }

    private boolean matches(Entry entry) {
        DN parent = Fields.dn(entry).getParent();
        boolean inScope =
                !question.scope().equals(SearchScope.ONE) || question.base().equals(parent);
        return inScope && evaluation.matches(question.filter(), entry);
    }
}
