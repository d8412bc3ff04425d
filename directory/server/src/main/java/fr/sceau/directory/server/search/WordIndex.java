package fr.sceau.directory.server.search;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the entries that a filter can match without looking at the others. What it gives is never too few; the filter
 * is evaluated on each afterwards. Entries are known by their position.
 */
final class WordIndex {
    private static final Set<String> KEYS =
            Set.of("mail", "uid", "employeenumber", "asidnatps", "asidstruct", "asdomaine", "asidsituation", "asboite");

    private final Map<String, Positions> byKey = new HashMap<>();
    private final Map<String, Positions> byWord = new HashMap<>();

    WordIndex(List<Entry> entries) {
        for (int position = 0; position < entries.size(); position++) {
            for (Attribute attribute : entries.get(position).getAttributes()) {
                add(attribute.getBaseName().toLowerCase(Locale.ROOT), attribute.getValues(), position);
            }
        }
        byKey.values().forEach(Positions::trim);
        byWord.values().forEach(Positions::trim);
    }

    private void add(String attribute, String[] values, int position) {
        for (String value : values) {
            if (KEYS.contains(attribute)) {
                byKey.computeIfAbsent(key(attribute, value), k -> new Positions())
                        .add(position);
            }
            if (Comparison.isSearched(attribute)) {
                Comparison.words(Comparison.part(attribute, value))
                        .forEach(word -> byWord.computeIfAbsent(word, w -> new Positions())
                                .add(position));
            }
        }
    }

    private static String key(String attribute, String value) {
        return attribute + '=' + Comparison.exact(attribute, value);
    }

    /** Positions that may match; nothing when any may. */
    Optional<BitSet> candidates(Filter filter) {
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_AND ->
                Arrays.stream(filter.getComponents())
                        .map(this::candidates)
                        .flatMap(Optional::stream)
                        .reduce(WordIndex::both);
            case Filter.FILTER_TYPE_OR -> either(filter.getComponents());
            case Filter.FILTER_TYPE_EQUALITY, Filter.FILTER_TYPE_APPROXIMATE_MATCH -> equality(filter);
            case Filter.FILTER_TYPE_SUBSTRING -> substring(filter);
            default -> Optional.empty();
        };
    }

    private Optional<BitSet> either(Filter[] components) {
        BitSet all = new BitSet();
        for (Filter component : components) {
            Optional<BitSet> some = candidates(component);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            all.or(some.get());
        }
        return Optional.of(all);
    }

    private Optional<BitSet> equality(Filter filter) {
        String attribute = name(filter);
        String value = filter.getAssertionValue();
        if (KEYS.contains(attribute)) {
            return Optional.of(bits(Stream.ofNullable(byKey.get(key(attribute, value)))));
        }
        return Comparison.isSearched(attribute) ? words(Stream.of(value), attribute) : Optional.empty();
    }

    private Optional<BitSet> substring(Filter filter) {
        String attribute = name(filter);
        if (!Comparison.isSearched(attribute)) {
            return Optional.empty();
        }
        Stream<String> ends = Stream.of(
                        Optional.ofNullable(filter.getSubInitialString()),
                        Optional.ofNullable(filter.getSubFinalString()))
                .flatMap(Optional::stream);
        return words(Stream.concat(ends, Arrays.stream(filter.getSubAnyStrings())), attribute);
    }

    /** A run of letters and digits in a part of a value lies inside one word of that value. */
    private Optional<BitSet> words(Stream<String> parts, String attribute) {
        return parts.map(part -> Comparison.part(attribute, part))
                .flatMap(part -> Comparison.words(part).stream())
                .distinct()
                .map(this::containing)
                .reduce(WordIndex::both);
    }

    private BitSet containing(String letters) {
        return bits(byWord.entrySet().stream()
                .filter(word -> word.getKey().contains(letters))
                .map(Map.Entry::getValue));
    }

    private static BitSet bits(Stream<Positions> lists) {
        BitSet bits = new BitSet();
        lists.forEach(list -> list.into(bits));
        return bits;
    }

    private static BitSet both(BitSet a, BitSet b) {
        a.and(b);
        return a;
    }

    private static String name(Filter filter) {
        return Attribute.getBaseName(filter.getAttributeName()).toLowerCase(Locale.ROOT);
    }
}
