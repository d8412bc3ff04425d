package fr.sceau.directory.server.entries;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import fr.sceau.directory.server.registry.Mailbox;
import fr.sceau.directory.server.registry.Site;
import java.util.List;

/** Entries of what the national extractions say, one person, structure or address at a time. */
public final class NationalEntries {
    public static final DN PROFESSIONALS = Tree.PROFESSIONALS;
    public static final DN STRUCTURES = Tree.STRUCTURES;
    public static final DN MAILBOXES = Tree.MAILBOXES;

    private NationalEntries() {}

    /** What all the others are below, from the top. */
    public static List<Entry> branches() {
        return Tree.branches().stream().map(StoredEntry::entry).toList();
    }

    /** The person and his places of work. */
    public static List<Entry> of(Professional professional) {
        return Professionals.person(professional, "").stream()
                .map(StoredEntry::entry)
                .toList();
    }

    public static Entry of(Site site) {
        return Structures.entry(site).entry();
    }

    /** @param lines of one address, one for each structure of its holder */
    public static Entry of(List<Mailbox> lines) {
        return Mailboxes.entry(lines).entry();
    }

    /** A structure that is known by a mailbox only. */
    public static Site site(Mailbox line) {
        return Structures.site(line);
    }

    public static DN professional(String idNatPs) {
        return new DN(new RDN("uid", idNatPs), PROFESSIONALS);
    }
}
