package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.Entry;
import java.util.List;

/** The entries that a question found; those that people mean first. */
public record Found(List<Entry> entries, End end) {
    public Found {
        entries = List.copyOf(entries);
    }

    /** Why there are no more. */
    public enum End {
        /** there are none, or as many were found as were wanted */
        DONE,
        /** nothing of the filter is indexed, and there are more entries than may be read */
        TOO_WIDE,
        TOO_LATE
    }
}
