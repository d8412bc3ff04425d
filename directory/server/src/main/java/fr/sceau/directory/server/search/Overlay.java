package fr.sceau.directory.server.search;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.schema.Schema;
import fr.sceau.directory.server.entries.StoredEntry;
import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A few entries in memory and what is needed to find them. Immutable once built; safe for many threads. */
public final class Overlay {
    private static final int RANKED = 2_000; // where more match, the letters that were typed say little

    private final List<StoredEntry> entries;
    private final List<DN> names;
    private final Map<DN, Integer> byName = new HashMap<>();
    private final WordIndex index;
    private final Evaluation evaluation;
    private final Names attributes;

    public Overlay(List<StoredEntry> entries, Schema schema) {
        this.entries = List.copyOf(entries);
        this.names = entries.stream().map(Overlay::name).toList();
        for (int i = 0; i < names.size(); i++) {
            byName.put(names.get(i), i);
        }
        this.index = new WordIndex(entries.stream().map(StoredEntry::entry).toList());
        this.evaluation = new Evaluation(schema);
        this.attributes = new Names(schema);
    }

    private static DN name(StoredEntry stored) {
        try {
            return stored.entry().getParsedDN();
        } catch (LDAPException e) {
            throw new IllegalStateException("an entry of ours has a parsed DN", e);
        }
    }

    /** How many entries there are. */
    public int size() {
        return entries.size();
    }

    public boolean has(DN name) {
        return byName.containsKey(name);
    }

    /** The entries below a base that match, at most so many, the first ranks first, as they are to be seen at an instant. */
    public List<Hit> find(DN base, SearchScope scope, Filter filter, int limit, Instant now) {
        Ranking ranking = new Ranking(filter, evaluation, attributes);
        return positions(base, scope, filter)
                .filter(position -> isWithin(names.get(position), base, scope))
                .mapToObj(position -> entries.get(position).visibleAt(now))
                .filter(entry -> evaluation.matches(filter, entry))
                .limit(Math.max(limit, RANKED))
                .map(entry -> new Hit(entry, ranking.of(entry)))
                .sorted(Comparator.comparing(Hit::rank))
                .limit(limit)
                .toList();
    }

    /** RFC 4511 4.5.1.2, and subordinateSubtree. */
    private static boolean isWithin(DN dn, DN base, SearchScope scope) {
        if (scope.equals(SearchScope.BASE)) {
            return dn.equals(base);
        }
        if (scope.equals(SearchScope.ONE)) {
            return base.equals(dn.getParent());
        }
        return dn.isDescendantOf(base, scope.equals(SearchScope.SUB));
    }

    private IntStream positions(DN base, SearchScope scope, Filter filter) {
        if (scope.equals(SearchScope.BASE)) {
            return Stream.ofNullable(byName.get(base)).mapToInt(Integer::intValue);
        }
        return index.candidates(filter).map(BitSet::stream).orElseGet(() -> IntStream.range(0, entries.size()));
    }
}
