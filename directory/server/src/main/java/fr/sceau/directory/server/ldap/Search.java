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
import fr.sceau.directory.server.index.Found;
import fr.sceau.directory.server.index.Found.End;
import fr.sceau.directory.server.index.Question;
import fr.sceau.directory.server.index.Question.Bounds;
import fr.sceau.directory.server.search.Evaluation;
import fr.sceau.directory.server.search.Hit;
import fr.sceau.directory.server.search.Rank;
import fr.sceau.directory.server.served.Present;
import fr.sceau.directory.server.served.Served;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Runs searches over what is served at the moment, so many at a time. */
final class Search {
    /** Room for Thunderbird's question for the certificates of a hundred recipients. */
    private static final int FILTER_ITEMS = 256;

    private static final String TOO_WIDE =
            "nothing in this filter is indexed, and the directory is too large to be read as a whole:"
                    + " ask for two letters at least of cn, sn, givenName, displayName, o, l, title or mail, or for a whole mail, uid,"
                    + " employeeNumber, asIdNatPS, asIdStruct, asFiness, asSiret or postalCode";

    private final Present present;
    private final Schema schema;
    private final RootEntries root;
    private final Evaluation evaluation;
    private final Clock clock;
    private final Limits limits;
    private final Semaphore turns;

    Search(Present present, Schema schema, Clock clock, Limits limits) {
        this.present = present;
        this.schema = schema;
        this.root = new RootEntries(schema);
        this.evaluation = new Evaluation(schema);
        this.clock = clock;
        this.limits = limits;
        this.turns = new Semaphore(limits.turns(), true);
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
        Optional<Entry> special = request.getScope().equals(SearchScope.BASE) ? root.find(base) : Optional.empty();
        if (special.isPresent()) {
            boolean matches = evaluation.matches(request.getFilter(), special.get());
            List<Hit> itself = matches ? List.of(new Hit(special.get(), Rank.FIRST)) : List.of();
            return answer(request, new Found(itself, End.DONE));
        }
        if (!gotTurn()) {
            return Outcome.refused(ResultCode.BUSY, "too many searches at a time");
        }
        try (Served served = present.take()) {
            return run(request, base, served);
        } finally {
            turns.release();
        }
    }

    private boolean gotTurn() {
        try {
            return turns.tryAcquire(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Outcome run(SearchRequestProtocolOp request, DN base, Served served) {
        Optional<DN> nearest = served.nearest(base);
        if (!base.isNullDN() && !nearest.equals(Optional.of(base))) {
            return new Outcome(ResultCode.NO_SUCH_OBJECT, nearest, "", List.of());
        }
        Bounds bounds = new Bounds(limit(request) + 1, limits.read(), lateness(request));
        return answer(
                request,
                served.find(new Question(base, request.getScope(), request.getFilter(), bounds), clock.instant()));
    }

    private int limit(SearchRequestProtocolOp request) {
        int asked = request.getSizeLimit();
        return asked > 0 && asked < limits.entries() ? asked : limits.entries();
    }

    private BooleanSupplier lateness(SearchRequestProtocolOp request) {
        long most = limits.time().toNanos();
        long asked = TimeUnit.SECONDS.toNanos(request.getTimeLimit());
        long end = System.nanoTime() + (asked > 0 ? Math.min(asked, most) : most);
        return () -> System.nanoTime() - end > 0;
    }

    private Outcome answer(SearchRequestProtocolOp request, Found found) {
        if (found.end() == End.TOO_WIDE) {
            return Outcome.refused(ResultCode.ADMIN_LIMIT_EXCEEDED, TOO_WIDE);
        }
        SearchEntryParer parer = new SearchEntryParer(request.getAttributes(), schema);
        List<SearchResultEntry> entries = found.entries().stream()
                .limit(limit(request))
                .map(parer::pareEntry)
                .map(entry -> request.typesOnly() ? withoutValues(entry) : entry)
                .map(SearchResultEntry::new)
                .toList();
        return new Outcome(code(found, limit(request)), Optional.empty(), "", entries);
    }

    private static ResultCode code(Found found, int limit) {
        if (found.entries().size() > limit) {
            return ResultCode.SIZE_LIMIT_EXCEEDED;
        }
        return found.end() == End.TOO_LATE ? ResultCode.TIME_LIMIT_EXCEEDED : ResultCode.SUCCESS;
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
