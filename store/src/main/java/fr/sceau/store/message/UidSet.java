package fr.sceau.store.message;

import fr.sceau.store.database.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.james.mailbox.model.MessageRange;

/** UIDs as ranges, in order and apart from one another, for a statement that takes each range by the index of the mailbox. */
final class UidSet {
    /**
     * The messages {@code m} of a set in one mailbox, and their {@code place}, which they keep while the mailbox is locked.
     * Its parameters are {@link #in}. The planner, who does not know which mailbox is meant, takes it for one of average
     * size and would rather read all of it and compare: OFFSET keeps it from making a comparison of the ranges.
     */
    static final String MESSAGES = " FROM unnest(?::bigint[], ?::bigint[]) AS r (low, high) CROSS JOIN LATERAL"
            + " (SELECT *, ctid AS place FROM message WHERE mailbox_id = ? AND uid BETWEEN r.low AND r.high OFFSET 0) m";

    private final List<Long> low = new ArrayList<>();
    private final List<Long> high = new ArrayList<>();

    private UidSet(Collection<MessageRange> ranges) {
        ranges.stream()
                .sorted(Comparator.comparing(MessageRange::getUidFrom))
                .forEach(range ->
                        add(range.getUidFrom().asLong(), range.getUidTo().asLong()));
    }

    /** @param ranges in any order; they may overlap */
    static UidSet ofRanges(Collection<MessageRange> ranges) {
        return new UidSet(ranges);
    }

    static UidSet of(Collection<Long> uids) {
        UidSet set = new UidSet(List.of());
        uids.stream().sorted().forEach(uid -> set.add(uid, uid));
        return set;
    }

    /** The parameters of {@link #MESSAGES}. */
    List<Object> in(long mailbox) {
        return List.of(Sql.numbers(low), Sql.numbers(high), mailbox);
    }

    /** Ranges come in the order of their first number. */
    private void add(long from, long to) {
        int last = high.size() - 1;
        if (last >= 0 && from - 1 <= high.get(last)) {
            high.set(last, Math.max(to, high.get(last)));
        } else {
            low.add(from);
            high.add(to);
        }
    }
}
