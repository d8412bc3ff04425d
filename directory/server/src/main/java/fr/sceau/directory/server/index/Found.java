package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.Entry;
import fr.sceau.directory.server.search.Hit;
import java.util.List;

/** What a question found; what people mean first. */
public record Found(List<Hit> hits, End end) {
    public Found {
        hits = List.copyOf(hits);
    }

    public List<Entry> entries() {
        return hits.stream().map(Hit::entry).toList();
    }

    /** Why there are no more. */
    public enum End {
        /** there are none, or as many were found as were wanted */
        DONE,
        /** nothing of the filter is indexed, and there are more entries than may be read */
        TOO_WIDE,
        /** what is meant first is all there; of the rest nothing is indexed, and there are more entries than may be read */
        CUT,
        TOO_LATE
    }
}
