package fr.sceau.directory.server.entries;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import fr.sceau.directory.server.sources.Content;
import java.util.ArrayList;
import java.util.List;

/** The branches of the directory, and what is laid over the entries of the nation. */
public final class Tree {
    /** The one naming context. */
    public static final DN BASE = new DN(new RDN("o", "annuaire-sante"));

    static final DN PROFESSIONALS = branch("professionnels");
    static final DN STRUCTURES = branch("structures");
    static final DN MAILBOXES = branch("boites");
    static final DN DELIVERIES = branch("remises");

    private Tree() {}

    /** Whether it is the root or right below it, where the nation has no entries. */
    public static boolean isBranch(DN name) {
        return name.equals(BASE) || BASE.equals(name.getParent());
    }

    private static DN branch(String name) {
        return new DN(new RDN("ou", name), BASE);
    }

    /** What is laid over a nation: entries that take the place of those of the same name, and some of their own. */
    public static List<StoredEntry> over(Nation nation, Content own) {
        List<StoredEntry> entries = new ArrayList<>(branches());
        entries.add(sync(nation));
        entries.addAll(Mailboxes.over(nation, own));
        entries.addAll(Structures.beside(nation, own));
        entries.addAll(Deliveries.of(own));
        return entries;
    }

    static List<StoredEntry> branches() {
        List<StoredEntry> entries = new ArrayList<>();
        entries.add(new EntryDraft("o", "annuaire-sante", DN.NULL_DN, "top", "organization").build());
        for (String branch : List.of("professionnels", "structures", "boites")) {
            entries.add(new EntryDraft("ou", branch, BASE, "top", "organizationalUnit").build());
        }
        return entries;
    }

    private static StoredEntry sync(Nation nation) {
        return new EntryDraft("cn", "sync", BASE, "top", "applicationProcess", "asSynchronisation")
                .add("description", nation.activityFile().orElse(""))
                .add("description", nation.mailboxFile().orElse(""))
                .add("asSourceDate", SourceDate.of(nation.activityFile()))
                .add("asSourceDate", SourceDate.of(nation.mailboxFile()))
                .build();
    }
}
