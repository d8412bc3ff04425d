package fr.sceau.directory.server.entries;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import java.util.Optional;

/** What the extractions of one day say. */
public interface Nation {
    /** @param name below {@link Tree#BASE} */
    Optional<Entry> find(DN name);

    /** The name of the file that the lines of activity came from. */
    Optional<String> activityFile();

    /** The name of the file that the mailboxes came from. */
    Optional<String> mailboxFile();
}
