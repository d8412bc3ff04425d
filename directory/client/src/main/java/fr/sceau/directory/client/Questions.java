package fr.sceau.directory.client;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.List;

/** Asks the directory for the entries below a name. */
interface Questions {
    /** At most as many as the limit. */
    List<SearchResultEntry> below(String base, Filter filter, String[] attributes, int limit) throws DirectoryException;
}
