package fr.sceau.directory.server.ldap;

import com.unboundid.ldap.sdk.Filter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** How many parts a filter may have. */
final class FilterItems {
    /** Room for Thunderbird's question for the certificates of a hundred recipients. */
    private static final int MOST = 256;

    private FilterItems() {}

    /** Counted without recursion, and before anything recursive sees the filter. */
    static boolean areTooMany(Filter whole) {
        Deque<Filter> waiting = new ArrayDeque<>(List.of(whole));
        int items = 0;
        while (!waiting.isEmpty() && items <= MOST) {
            Filter filter = waiting.pop();
            items++;
            waiting.addAll(Arrays.asList(filter.getComponents()));
            Optional.ofNullable(filter.getNOTComponent()).ifPresent(waiting::push);
        }
        return items > MOST;
    }
}
