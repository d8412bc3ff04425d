package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import fr.sceau.directory.server.entries.Tree;
import fr.sceau.directory.server.index.Found.End;
import fr.sceau.directory.server.search.Closeness;
import fr.sceau.directory.server.search.Evaluation;
import fr.sceau.directory.server.search.Hit;
import fr.sceau.directory.server.search.Names;
import fr.sceau.directory.server.search.Narrowing;
import fr.sceau.directory.server.search.Rank;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** One search, in the order of {@link Rank}: each rank has candidates of its own, and none is asked for when there are enough. */
final class Finder {
    private final View view;
    private final Evaluation evaluation;
    private final Names names;
    private final Question question;
    private final Function<Entry, Optional<Entry>> shown;
    private final Column left;
    private final List<Hit> found = new ArrayList<>();
    private final List<Hit> absent = new ArrayList<>();
    private final Set<Integer> seen = new HashSet<>();
    private Query asked = new MatchNoDocsQuery();
    private final Map<Closeness, Candidates> byCloseness = new EnumMap<>(Closeness.class);
    private boolean complete;
    private long mayRead = Long.MAX_VALUE;
    private End end = End.DONE;

    Finder(View view, Evaluation evaluation, Names names, Question question, Function<Entry, Optional<Entry>> shown) {
        this.view = view;
        this.evaluation = evaluation;
        this.names = names;
        this.question = question;
        this.shown = shown;
        this.left = view.column(Fields.LEFT);
    }

    /** Which entries are wanted now. */
    private record Tier(Filter filter, boolean partly, Closeness closeness) {}

    Found run() throws IOException {
        Filter whole = question.filter();
        SearchScope scope = question.scope();
        Optional<Integer> itself = itself();
        if (itself.isPresent()) {
            look(itself.get(), new Tier(whole, false, Closeness.EXACT));
        }
        if (!scope.equals(SearchScope.BASE)) {
            Optional<Filter> narrowed = Narrowing.of(whole);
            if (narrowed.isPresent()) {
                below(narrowed.get(), closeness -> new Tier(narrowed.get(), false, closeness));
            }
            below(whole, closeness -> new Tier(whole, narrowed.isPresent(), closeness));
            scan(new Tier(whole, narrowed.isPresent(), Closeness.INSIDE));
        }
        found.addAll(absent.subList(0, Math.min(absent.size(), wanted() - found.size())));
        return new Found(found, end);
    }

    private Optional<Integer> itself() throws IOException {
        SearchScope scope = question.scope();
        boolean asked = scope.equals(SearchScope.BASE) || scope.equals(SearchScope.SUB);
        return asked && !Tree.isBranch(question.base()) ? view.document(question.base()) : Optional.empty();
    }

    private int wanted() {
        return question.bounds().entries();
    }

    private void below(Filter filter, Function<Closeness, Tier> tiers) throws IOException {
        asked = new MatchNoDocsQuery();
        for (Closeness closeness : Closeness.values()) {
            if (!isEnough()) {
                Optional<Query> candidates = candidates(closeness).of(filter);
                if (candidates.isPresent()) {
                    look(candidates.get(), tiers.apply(closeness));
                }
                complete = candidates.isPresent();
            }
        }
    }

    /** The same for both filters: looking for letters in all words takes longest. */
    private Candidates candidates(Closeness closeness) {
        return byCloseness.computeIfAbsent(closeness, each -> new Candidates(view, names, each));
    }

    /** Of what is not indexed, anything may be in any entry; who typed {@code j dupont} has the Duponts already. */
    private void scan(Tier tier) throws IOException {
        if (complete || isEnough()) {
            return;
        }
        mayRead = question.bounds().read();
        if (!found.isEmpty() && view.countBelow(question.base()) > mayRead) {
            end = End.CUT;
        } else {
            look(new FieldExistsQuery(Fields.CONTENT), tier);
        }
    }

    /** What has no letters in it has the same candidates, however close. */
    private void look(Query candidates, Tier tier) throws IOException {
        if (candidates.equals(asked)) {
            return;
        }
        asked = candidates;
        Row row = new Row(view, document -> look(document, tier), this::isEnough);
        view.eachOf(within(candidates), row::add, this::isEnough);
        row.look();
    }

    private Query within(Query query) {
        if (question.base().equals(Tree.BASE)) {
            return query; // above all entries
        }
        Term above = new Term(Fields.ABOVE, question.base().toNormalizedString());
        return new BooleanQuery.Builder()
                .add(new TermQuery(above), Occur.FILTER)
                .add(query, Occur.FILTER)
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

    private void look(int document, Tier tier) throws IOException {
        if (seen.contains(document)) {
            return;
        }
        mayRead--;
        boolean there = left.at(document) == Presence.STILL_THERE;
        List<Hit> fitting = there ? found : absent;
        if (fitting.size() >= wanted()) {
            return;
        }
        Optional<Entry> entry = shown.apply(view.shown(document)).filter(shown -> matches(shown, tier.filter()));
        if (entry.isPresent()) {
            seen.add(document);
            fitting.add(new Hit(entry.get(), new Rank(!there, tier.partly(), tier.closeness())));
        }
    }

    private boolean matches(Entry entry, Filter filter) {
        DN parent = Fields.dn(entry).getParent();
        boolean inScope =
                !question.scope().equals(SearchScope.ONE) || question.base().equals(parent);
        return inScope && evaluation.matches(filter, entry);
    }
}
