package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import fr.sceau.directory.server.search.Comparison;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Entries that a filter can match, found without looking at the others: never too few; the filter is evaluated on each
 * afterwards. A filter of which no part is indexed has no candidates of its own.
 */
final class Candidates {
    private final Words words;
    private final boolean whole;

    /** @param whole only entries that have the parts of the filter as whole words: those that people mean first */
    Candidates(Words words, boolean whole) {
        this.words = words;
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
            case Filter.FILTER_TYPE_EQUALITY, Filter.FILTER_TYPE_APPROXIMATE_MATCH -> equality(filter);
            case Filter.FILTER_TYPE_SUBSTRING -> substring(filter);
            default -> Optional.empty();
        };
    }

    /** An alternative that is not indexed may match anything. */
    private Optional<Query> either(Filter[] components) {
        List<Query> found = Arrays.stream(components)
                .map(this::of)
                .flatMap(Optional::stream)
                .toList();
        return found.size() < components.length ? Optional.empty() : joined(Occur.SHOULD, found);
    }

    private static Optional<Query> joined(Occur how, List<Query> queries) {
        if (queries.size() < 2) {
            return queries.stream().findFirst();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        queries.forEach(query -> all.add(query, how));
        return Optional.of(all.build());
    }

    private Optional<Query> equality(Filter filter) {
        String attribute = name(filter);
        String value = filter.getAssertionValue();
        return Fields.isKey(attribute) ? Optional.of(new TermQuery(Fields.key(attribute, value))) : Optional.empty();
    }

    private Optional<Query> substring(Filter filter) {
        String attribute = name(filter);
        if (!Comparison.isSearched(attribute)) {
            return Optional.empty();
        }
        Stream<String> ends = Stream.of(filter.getSubInitialString(), filter.getSubFinalString())
                .filter(Objects::nonNull);
        List<Query> parts = Stream.concat(ends, Arrays.stream(filter.getSubAnyStrings()))
                .flatMap(part -> Comparison.words(Comparison.part(attribute, part)).stream())
                .distinct()
                .map(this::word)
                .toList();
        return joined(Occur.FILTER, parts);
    }

    /** A run of letters and digits in a part of a value lies inside one word of that value. */
    private Query word(String letters) {
        if (whole) {
            return new TermQuery(new Term(Fields.WORD, letters));
        }
        return new TermInSetQuery(
                Fields.WORD, words.with(letters).stream().map(BytesRef::new).toList());
    }

    private static String name(Filter filter) {
        return Attribute.getBaseName(filter.getAttributeName()).toLowerCase(Locale.ROOT);
    }
}
