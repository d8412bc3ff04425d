package fr.sceau.directory.server.search;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is meant first by a filter that also asks for less: Thunderbird's question for {@code zoe kassem} has an alternative that
 * every Zoé fits.
 */
public final class Narrowing {
    private Narrowing() {}

    /** Of alternatives that are all parts of values, those with the most words; nothing when that is all of the filter. */
    public static Optional<Filter> of(Filter filter) {
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_AND -> all(filter.getComponents());
            case Filter.FILTER_TYPE_OR -> either(List.of(filter.getComponents()));
            default -> Optional.empty();
        };
    }

    private static Optional<Filter> all(Filter[] components) {
        List<Filter> narrowed = new ArrayList<>();
        boolean any = false;
        for (Filter component : components) {
            Optional<Filter> less = of(component);
            any |= less.isPresent();
            narrowed.add(less.orElse(component));
        }
        return any ? Optional.of(Filter.createANDFilter(narrowed)) : Optional.empty();
    }

    private static Optional<Filter> either(List<Filter> alternatives) {
        if (!alternatives.stream().allMatch(one -> one.getFilterType() == Filter.FILTER_TYPE_SUBSTRING)) {
            return Optional.empty();
        }
        int most = alternatives.stream().mapToInt(Narrowing::words).max().orElse(0);
        List<Filter> longest =
                alternatives.stream().filter(one -> words(one) == most).toList();
        return longest.size() == alternatives.size() ? Optional.empty() : Optional.of(Filter.createORFilter(longest));
    }

    private static int words(Filter substrings) {
        String attribute = Attribute.getBaseName(substrings.getAttributeName()).toLowerCase(Locale.ROOT);
        return Typed.of(attribute, substrings).runs().size();
    }
}
