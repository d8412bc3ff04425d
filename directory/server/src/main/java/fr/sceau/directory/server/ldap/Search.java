package fr.sceau.directory.server.ldap;

import com.unboundid.ldap.listener.SearchEntryParer;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.schema.Schema;
import fr.sceau.directory.server.index.Found;
import fr.sceau.directory.server.index.Found.End;
import fr.sceau.directory.server.index.Question;
import fr.sceau.directory.server.index.Question.Bounds;
import fr.sceau.directory.server.ldap.Paging.Page;
import fr.sceau.directory.server.search.Evaluation;
import fr.sceau.directory.server.search.Hit;
import fr.sceau.directory.server.search.Rank;
import fr.sceau.directory.server.served.Audience;
import fr.sceau.directory.server.served.Present;
import fr.sceau.directory.server.served.Served;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Runs searches over what is served at the moment, so many at a time. */
final class Search {
    private static final String TOO_WIDE =
            "nothing in this filter is indexed, and the directory is too large to be read as a whole:"
                    + " ask for two letters at least of cn, sn, givenName, displayName, o, l, title or mail, or for a whole mail, uid,"
                    + " employeeNumber, asIdNatPS, asIdStruct, asFiness, asSiret or postalCode";

    private static final String CHANGED =
            "this page follows none of the directory as it is now, or of another question: begin again";

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
    record Outcome(
            ResultCode code,
            Optional<DN> matched,
            String text,
            List<SearchResultEntry> entries,
            List<Control> controls) {
        static Outcome refused(ResultCode code, String text) {
            return new Outcome(code, Optional.empty(), text, List.of(), List.of());
        }
    }

    /** @param tls whether StartTLS is offered */
    record Asker(Audience audience, boolean tls) {}

    Outcome run(SearchRequestProtocolOp request, Optional<Page> page, Asker asker) {
        if (FilterItems.areTooMany(request.getFilter())) {
            return Outcome.refused(ResultCode.ADMIN_LIMIT_EXCEEDED, "the filter has too many parts");
        }
        try {
            return run(request, new DN(request.getBaseDN()), page, asker);
        } catch (LDAPException e) {
            return Outcome.refused(ResultCode.INVALID_DN_SYNTAX, "the base is no name");
        }
    }

    private Outcome run(SearchRequestProtocolOp request, DN base, Optional<Page> page, Asker asker) {
        Optional<Entry> special =
                request.getScope().equals(SearchScope.BASE) ? root.find(base, asker.tls()) : Optional.empty();
        if (special.isPresent()) {
            boolean matches = evaluation.matches(request.getFilter(), special.get());
            List<Hit> itself = matches ? List.of(new Hit(special.get(), Rank.FIRST)) : List.of();
            Asked asked = new Asked(request, page, Slice.whole(1), new Cookie(0, 0, 0));
            return answer(asked, new Found(itself, End.DONE));
        }
        if (!gotTurn()) {
            return Outcome.refused(ResultCode.BUSY, "too many searches at a time");
        }
        try (Served served = present.take()) {
            return run(request, base, new State(served, asker.audience()), page);
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

    /** One question, and which part of its answer is wanted. */
    private record Asked(SearchRequestProtocolOp request, Optional<Page> page, Slice slice, Cookie first) {}

    /** What is served at the moment, to whom. */
    private record State(Served served, Audience audience) {}

    private Outcome run(SearchRequestProtocolOp request, DN base, State state, Optional<Page> page) {
        Optional<DN> nearest = state.served.nearest(base, state.audience);
        if (!base.isNullDN() && !nearest.equals(Optional.of(base))) {
            return new Outcome(ResultCode.NO_SUCH_OBJECT, nearest, "", List.of(), List.of());
        }
        Cookie first = Cookie.first(state.served.mark(), request);
        Optional<Slice> slice = slice(request, page, first);
        if (slice.isEmpty()) {
            return Outcome.refused(ResultCode.UNWILLING_TO_PERFORM, CHANGED);
        }
        Bounds bounds = new Bounds(slice.get().wanted(), limits.read(), lateness(request));
        Question question = new Question(base, request.getScope(), request.getFilter(), bounds);
        return answer(
                new Asked(request, page, slice.get(), first),
                state.served.find(question, clock.instant(), state.audience));
    }

    /** None when a page is to follow others that were not of this answer. */
    private Optional<Slice> slice(SearchRequestProtocolOp request, Optional<Page> page, Cookie first) {
        if (page.isEmpty()) {
            return Optional.of(Slice.whole(least(request.getSizeLimit(), limits.entries())));
        }
        int size = Math.min(page.get().size(), limits.entries());
        int most = least(request.getSizeLimit(), limits.inPages());
        if (page.get().cookie().getValueLength() == 0) {
            return Optional.of(Slice.page(0, size, most));
        }
        return Cookie.of(page.get().cookie())
                .filter(cookie -> cookie.follows(first) && cookie.from() < most)
                .map(cookie -> Slice.page(cookie.from(), size, most));
    }

    private static int least(int asked, int most) {
        return asked > 0 && asked < most ? asked : most;
    }

    private BooleanSupplier lateness(SearchRequestProtocolOp request) {
        long most = limits.time().toNanos();
        long asked = TimeUnit.SECONDS.toNanos(request.getTimeLimit());
        long end = System.nanoTime() + (asked > 0 ? Math.min(asked, most) : most);
        return () -> System.nanoTime() - end > 0;
    }

    private Outcome answer(Asked asked, Found found) {
        if (found.end() == End.TOO_WIDE) {
            return Outcome.refused(ResultCode.ADMIN_LIMIT_EXCEEDED, TOO_WIDE);
        }
        SearchRequestProtocolOp request = asked.request();
        SearchEntryParer parer = new SearchEntryParer(request.getAttributes(), schema);
        List<SearchResultEntry> entries = asked.slice().of(found.entries()).stream()
                .map(parer::pareEntry)
                .map(entry -> request.typesOnly() ? withoutValues(entry) : entry)
                .map(SearchResultEntry::new)
                .toList();
        return new Outcome(code(found, asked.slice()), Optional.empty(), "", entries, controls(asked, found));
    }

    private static ResultCode code(Found found, Slice slice) {
        if (slice.isCut(found.hits().size()) || found.end() == End.CUT) {
            return ResultCode.SIZE_LIMIT_EXCEEDED;
        }
        return found.end() == End.TOO_LATE ? ResultCode.TIME_LIMIT_EXCEEDED : ResultCode.SUCCESS;
    }

    private static List<Control> controls(Asked asked, Found found) {
        if (asked.page().isEmpty()) {
            return List.of();
        }
        OptionalInt next = asked.slice().next(found.hits().size());
        boolean goesOn = next.isPresent() && asked.page().get().size() > 0;
        return List.of(goesOn ? Paging.goesOn(asked.first().at(next.getAsInt())) : Paging.end());
    }

    private static Entry withoutValues(Entry entry) {
        return new Entry(
                entry.getDN(),
                entry.getAttributes().stream()
                        .map(attribute -> new Attribute(attribute.getName()))
                        .toList());
    }
}
