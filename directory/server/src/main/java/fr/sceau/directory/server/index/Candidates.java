package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.Filter;
import fr.sceau.directory.server.entries.NationalEntries;
import fr.sceau.directory.server.search.Comparison;
import fr.sceau.directory.server.search.Evaluation;
import fr.sceau.directory.server.search.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Entries that a filter can match, found without looking at the others: never too few; the filter is evaluated on each
 * afterwards. A filter of which no part is indexed has no candidates of its own.
 */
final class Candidates {
    private static final Query NONE = new MatchNoDocsQuery();
    private static final int LETTERS = 2; // one letter is in nearly every entry
    private static final int WORDS = 20_000; // what more words than these contain is nearly everywhere too
    private static final int ALL_WORDS = 50_000; // of all parts of a filter: memory
    private static final int RUNS = 64; // each costs a look at all words of its attribute

    private final View view;
    private final Names names;
    private final boolean whole;
    private final Map<Term, Optional<Query>> runs = new HashMap<>();
    private int left = ALL_WORDS;

    /** @param whole only entries that have the parts of the filter as whole words: those that people mean first */
    Candidates(View view, Names names, boolean whole) {
        this.view = view;
        this.names = names;
        this.whole = whole;
    }

    Optional<Query> of(Filter filter) {
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_AND ->
                joined(
                        Occur.FILTER,
                        Arrays.stream(filter.getComponents())
                                .map(this::of)
                                .flatMap(Optional::stream)
                                .toList());
            case Filter.FILTER_TYPE_OR -> either(filter.getComponents());
            case Filter.FILTER_TYPE_NOT -> Optional.empty();
            case Filter.FILTER_TYPE_EXTENSIBLE_MATCH -> extensible(filter);
            default -> item(filter);
        };
    }

    /** An alternative that is not indexed may match anything. */
    private Optional<Query> either(Filter[] components) {
        List<Query> found = Arrays.stream(components)
                .map(this::of)
                .flatMap(Optional::stream)
                .toList();
        if (found.size() < components.length) {
            return Optional.empty();
        }
        return found.isEmpty() ? Optional.of(NONE) : joined(Occur.SHOULD, found);
    }

    private static Optional<Query> joined(Occur how, List<Query> queries) {
        if (queries.size() < 2) {
            return queries.stream().findFirst();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        queries.forEach(query -> all.add(query, how));
        return Optional.of(all.build());
    }

    /** Of an attribute that no entry has, no value is anything. */
    private Optional<Query> item(Filter filter) {
        Optional<String> known = names.known(filter.getAttributeName()).filter(NationalEntries::have);
        if (known.isEmpty()) {
            return Optional.of(NONE);
        }
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_EQUALITY, Filter.FILTER_TYPE_APPROXIMATE_MATCH ->
                equality(known.get(), filter.getAssertionValue());
            case Filter.FILTER_TYPE_SUBSTRING -> substring(known.get(), filter);
            default -> Optional.empty();
        };
    }

    private Optional<Query> extensible(Filter filter) {
        Optional<String> compared = Evaluation.compared(filter, names);
        if (compared.isEmpty()) {
            return Optional.of(NONE);
        }
        if (filter.getDNAttributes()) {
            return Optional.empty();
        }
        return compared.filter(NationalEntries::have).isEmpty()
                ? Optional.of(NONE)
                : equality(compared.get(), filter.getAssertionValue());
    }

    private static Optional<Query> equality(String attribute, String value) {
        return Fields.isKey(attribute) ? Optional.of(new TermQuery(Fields.key(attribute, value))) : Optional.empty();
    }

    private Optional<Query> substring(String attribute, Filter filter) {
        if (!Comparison.isSearched(attribute)) {
            return Optional.empty();
        }
        Stream<String> ends = Stream.of(filter.getSubInitialString(), filter.getSubFinalString())
                .filter(Objects::nonNull);
        List<Query> parts = Stream.concat(ends, Arrays.stream(filter.getSubAnyStrings()))
                .flatMap(part -> Comparison.words(Comparison.part(attribute, part)).stream())
                .distinct()
                .map(letters -> run(attribute, letters))
                .flatMap(Optional::stream)
                .toList();
        return joined(Occur.FILTER, parts);
    }

    /** A run of letters and digits in a part of a value lies inside one word of that value. */
    private Optional<Query> run(String attribute, String letters) {
        Term word = Fields.word(attribute, letters);
        if (whole) {
            return Optional.of(new TermQuery(word));
        }
        if (letters.length() < LETTERS || runs.size() >= RUNS) {
            return runs.getOrDefault(word, Optional.empty());
        }
        return runs.computeIfAbsent(word, run -> parts(attribute, letters));
    }

    private Optional<Query> parts(String attribute, String letters) {
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
