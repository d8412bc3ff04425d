package fr.sceau.directory.server.search;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is meant first by a filter that also asks for less: Thunderbird's question for {@code zoe kassem} has an alternative that
 * every Zoé fits.
 */
public final class Narrowing {
    private Narrowing() {}

    /** Of alternatives that are all parts of values, those with the most words; what fits it fits the filter. */
    public static Filter of(Filter filter) {
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_AND ->
                Filter.createANDFilter(
                        Arrays.stream(filter.getComponents()).map(Narrowing::of).toList());
            case Filter.FILTER_TYPE_OR -> either(filter);
            default -> filter;
        };
    }

    private static Filter either(Filter filter) {
        List<Filter> alternatives = List.of(filter.getComponents());
        if (!alternatives.stream().allMatch(one -> one.getFilterType() == Filter.FILTER_TYPE_SUBSTRING)) {
            return filter;
        }
        int most = alternatives.stream().mapToInt(Narrowing::words).max().orElse(0);
        return Filter.createORFilter(
                alternatives.stream().filter(one -> words(one) == most).toList());
    }

    private static int words(Filter substrings) {
        String attribute = Attribute.getBaseName(substrings.getAttributeName()).toLowerCase(Locale.ROOT);
        return Typed.of(attribute, substrings).runs().size();
    }
}
