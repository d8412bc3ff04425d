package fr.sceau.directory.server.entries;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import fr.sceau.directory.server.sources.Content;
import java.util.ArrayList;
import java.util.List;

/** The branches of the directory, and all its entries. */
public final class Tree {
    /** The one naming context. */
    public static final DN BASE = new DN(new RDN("o", "annuaire-sante"));

    static final DN PROFESSIONALS = branch("professionnels");
    static final DN STRUCTURES = branch("structures");
    static final DN MAILBOXES = branch("boites");

    private Tree() {}

    private static DN branch(String name) {
        return new DN(new RDN("ou", name), BASE);
    }

    /** All entries, parents before children. */
    public static List<StoredEntry> of(Content content) {
        Structures structures = Structures.of(content);
        List<StoredEntry> entries = new ArrayList<>(branches());
        entries.add(sync(content));
        entries.addAll(Mailboxes.of(content, structures));
        entries.addAll(Professionals.of(content));
        entries.addAll(structures.entries());
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

    private static StoredEntry sync(Content content) {
        return new EntryDraft("cn", "sync", BASE, "top", "applicationProcess", "asSynchronisation")
                .add("description", content.activityFile().orElse(""))
                .add("description", content.mailboxFile().orElse(""))
                .add("asSourceDate", SourceDate.of(content.activityFile()))
                .add("asSourceDate", SourceDate.of(content.mailboxFile()))
                .build();
    }
}
