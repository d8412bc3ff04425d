package fr.sceau.directory.server.index;

import fr.sceau.directory.server.search.Closeness;
import fr.sceau.directory.server.search.Typed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Entries with what somebody typed in the values of an attribute, as close as is asked for or closer. */
final class Letters {
    private static final int FEWEST = 2; // one letter is in nearly every entry
    private static final int WORDS = 20_000; // what more words than these contain is nearly everywhere too
    private static final int ALL_WORDS = 50_000; // of all parts of a filter: memory
    private static final int RUNS = 64; // each costs a look at all words of its attribute

    private final View view;
    private final Closeness closeness;
    private final Map<Term, Optional<Query>> runs = new HashMap<>();
    private int left = ALL_WORDS;

    Letters(View view, Closeness closeness) {
        this.view = view;
        this.closeness = closeness;
    }

    /** None when any entry may have it. */
    Optional<Query> in(Typed typed) {
        if (closeness == Closeness.EXACT) {
            return Optional.of(new TermQuery(Fields.key(typed.attribute(), typed.text())));
        }
        if (closeness == Closeness.BEGINNING && typed.isAddress()) {
            return address(typed);
        }
        List<Query> all = new ArrayList<>();
        typed.runs().forEach(run -> run(typed.attribute(), run).ifPresent(all::add));
        return joined(Occur.FILTER, all);
    }

    private Optional<Query> address(Typed typed) {
        Term beginning = Fields.key(typed.attribute(), typed.text());
        if (typed.text().length() < FEWEST || runs.size() >= RUNS) {
            return Optional.of(new TermQuery(beginning));
        }
        return runs.computeIfAbsent(beginning, letters -> Optional.of(new PrefixQuery(letters)));
    }

    static Optional<Query> joined(Occur how, List<Query> queries) {
        if (queries.size() < 2) {
            return queries.stream().findFirst();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        queries.forEach(query -> all.add(query, how));
        return Optional.of(all.build());
    }

    private Optional<Query> run(String attribute, String letters) {
        Term word = Fields.word(attribute, letters);
        Optional<Query> whole = closeness == Closeness.INSIDE ? Optional.empty() : Optional.of(new TermQuery(word));
        if (closeness == Closeness.WORD || letters.length() < FEWEST || runs.size() >= RUNS) {
            return runs.getOrDefault(word, whole);
        }
        return runs.computeIfAbsent(
                word,
                run -> closeness == Closeness.BEGINNING
                        ? Optional.of(new PrefixQuery(run))
                        : inside(attribute, letters));
    }

    private Optional<Query> inside(String attribute, String letters) {
        List<String> with = words().with(attribute, letters, Math.min(WORDS, left) + 1);
        if (with.size() > Math.min(WORDS, left)) {
            return Optional.empty();
        }
        left -= with.size();
        List<BytesRef> terms =
                with.stream().map(word -> Fields.word(attribute, word).bytes()).toList();
        return Optional.of(new TermInSetQuery(Fields.WORD, terms));
    }

    private Words words() {
        try {
            return view.words();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
