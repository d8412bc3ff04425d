package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.function.BooleanSupplier;

/** What is asked of a version, and what the answer may cost. */
public record Question(DN base, SearchScope scope, Filter filter, Bounds bounds) {
    /** The same, elsewhere. */
    public Question below(DN other) {
        return new Question(other, scope, filter, bounds);
    }

    /**
     * @param entries at most so many are given
     * @param read at most so many are read when nothing of the filter is indexed
     * @param late whether there is no more time
     */
    public record Bounds(int entries, long read, BooleanSupplier late) {
        static Bounds of(int entries) {
            return new Bounds(entries, Long.MAX_VALUE, () -> false);
        }
    }
}
