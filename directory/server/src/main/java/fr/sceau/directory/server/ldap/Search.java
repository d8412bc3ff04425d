package fr.sceau.directory.server.ldap;

import com.unboundid.ldap.listener.SearchEntryParer;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.schema.Schema;
import fr.sceau.directory.server.search.Snapshot;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs searches over the snapshot of the moment. */
final class Search {
    static final int SIZE_LIMIT = 100;

    /** Room for Thunderbird's question for the certificates of a hundred recipients. */
    private static final int FILTER_ITEMS = 256;

    private final Supplier<Snapshot> snapshots;
    private final Schema schema;
    private final RootEntries root;
    private final Clock clock;

    Search(Supplier<Snapshot> snapshots, Schema schema, Clock clock) {
        this.snapshots = snapshots;
        this.schema = schema;
        this.root = new RootEntries(schema);
        this.clock = clock;
    }

    /** What a search gives. */
    record Outcome(ResultCode code, Optional<DN> matched, String text, List<SearchResultEntry> entries) {
        static Outcome refused(ResultCode code, String text) {
            return new Outcome(code, Optional.empty(), text, List.of());
        }
    }

    Outcome run(SearchRequestProtocolOp request) {
        if (items(request.getFilter()) > FILTER_ITEMS) {
            return Outcome.refused(ResultCode.ADMIN_LIMIT_EXCEEDED, "the filter has too many parts");
        }
        try {
            return run(request, new DN(request.getBaseDN()));
        } catch (LDAPException e) {
            return Outcome.refused(ResultCode.INVALID_DN_SYNTAX, "the base is no name");
        }
    }

    private Outcome run(SearchRequestProtocolOp request, DN base) {
        Snapshot snapshot = snapshots.get();
        Optional<Entry> special = request.getScope().equals(SearchScope.BASE) ? root.find(base) : Optional.empty();
        if (special.isPresent()) {
            boolean matches = snapshot.matches(request.getFilter(), special.get());
            return answer(request, matches ? List.of(special.get()) : List.of());
        }
        Optional<DN> nearest = snapshot.nearest(base);
        if (!base.isNullDN() && !nearest.equals(Optional.of(base))) {
            return new Outcome(ResultCode.NO_SUCH_OBJECT, nearest, "", List.of());
        }
        return answer(
                request,
                snapshot.find(base, request.getScope(), request.getFilter(), limit(request) + 1, clock.instant()));
    }

    private static int limit(SearchRequestProtocolOp request) {
        int asked = request.getSizeLimit();
        return asked > 0 && asked < SIZE_LIMIT ? asked : SIZE_LIMIT;
    }

    private Outcome answer(SearchRequestProtocolOp request, List<Entry> found) {
        SearchEntryParer parer = new SearchEntryParer(request.getAttributes(), schema);
        List<SearchResultEntry> entries = found.stream()
                .limit(limit(request))
                .map(parer::pareEntry)
                .map(entry -> request.typesOnly() ? withoutValues(entry) : entry)
                .map(SearchResultEntry::new)
                .toList();
        ResultCode code = found.size() > limit(request) ? ResultCode.SIZE_LIMIT_EXCEEDED : ResultCode.SUCCESS;
        return new Outcome(code, Optional.empty(), "", entries);
    }

    private static Entry withoutValues(Entry entry) {
        return new Entry(
                entry.getDN(),
                entry.getAttributes().stream()
                        .map(attribute -> new Attribute(attribute.getName()))
                        .toList());
    }

    /** Counted without recursion, and before anything recursive sees the filter. */
    private static int items(Filter whole) {
        Deque<Filter> waiting = new ArrayDeque<>(List.of(whole));
        int items = 0;
        while (!waiting.isEmpty() && items <= FILTER_ITEMS) {
            Filter filter = waiting.pop();
            items++;
            waiting.addAll(Arrays.asList(filter.getComponents()));
            Optional.ofNullable(filter.getNOTComponent()).ifPresent(waiting::push);
        }
        return items;
    }
}
