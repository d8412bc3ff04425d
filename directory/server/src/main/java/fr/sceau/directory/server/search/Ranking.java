package fr.sceau.directory.server.search;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Ranks the entries that a filter finds. */
final class Ranking {
    private final Optional<Filter> narrowed;
    private final Filter whole;
    private final Evaluation evaluation;
    private final Names names;

    Ranking(Filter whole, Evaluation evaluation, Names names) {
        this.narrowed = Narrowing.of(whole);
        this.whole = whole;
        this.evaluation = evaluation;
        this.names = names;
    }

    /** @param entry that matches */
    Rank of(Entry entry) {
        boolean partly = narrowed.isPresent() && !evaluation.matches(narrowed.get(), entry);
        boolean absent = "absent".equals(entry.getAttributeValue("asStatut"));
        return new Rank(absent, partly, closeness(partly ? whole : narrowed.orElse(whole), entry));
    }

    private Closeness closeness(Filter filter, Entry entry) {
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_AND ->
                each(filter, entry).max(Comparator.naturalOrder()).orElse(Closeness.EXACT);
            case Filter.FILTER_TYPE_OR ->
                each(filter, entry).min(Comparator.naturalOrder()).orElse(Closeness.EXACT);
            case Filter.FILTER_TYPE_SUBSTRING -> substring(filter, entry);
            default -> Closeness.EXACT;
        };
    }

    private Stream<Closeness> each(Filter filter, Entry entry) {
        return Arrays.stream(filter.getComponents())
                .filter(one -> evaluation.matches(one, entry))
                .map(one -> closeness(one, entry));
    }

    private Closeness substring(Filter filter, Entry entry) {
        return names.known(filter.getAttributeName())
                .map(attribute -> Typed.of(attribute, filter))
                .flatMap(
                        typed -> values(entry, typed.attribute()).map(typed::to).min(Comparator.naturalOrder()))
                .orElse(Closeness.INSIDE);
    }

    private static Stream<String> values(Entry entry, String attribute) {
        return entry.getAttributesWithOptions(attribute, null).stream()
                .map(Attribute::getValues)
                .flatMap(Arrays::stream);
    }
}
