package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.Filter;
import fr.sceau.directory.server.entries.NationalEntries;
import fr.sceau.directory.server.search.Closeness;
import fr.sceau.directory.server.search.Comparison;
import fr.sceau.directory.server.search.Evaluation;
import fr.sceau.directory.server.search.Names;
import fr.sceau.directory.server.search.Typed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Entries that a filter can match, found without looking at the others: never too few; the filter is evaluated on each
 * afterwards. A filter of which no part is indexed has no candidates of its own.
 */
final class Candidates {
    private static final Query NONE = new MatchNoDocsQuery();

    private final Names names;
    private final Letters letters;

    /** @param closeness only entries that come so close: those that people mean first */
    Candidates(View view, Names names, Closeness closeness) {
        this.names = names;
        this.letters = new Letters(view, closeness);
    }

    Optional<Query> of(Filter filter) {
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_AND ->
                Letters.joined(
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
        return found.isEmpty() ? Optional.of(NONE) : Letters.joined(Occur.SHOULD, found);
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
        return Comparison.isSearched(attribute) ? letters.in(Typed.of(attribute, filter)) : Optional.empty();
    }
}
