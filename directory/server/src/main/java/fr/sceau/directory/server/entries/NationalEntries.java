package fr.sceau.directory.server.entries;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import fr.sceau.directory.server.registry.Mailbox;
import fr.sceau.directory.server.registry.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entries of what the national extractions say, one person, structure or address at a time. */
public final class NationalEntries {
    public static final DN PROFESSIONALS = Tree.PROFESSIONALS;
    public static final DN STRUCTURES = Tree.STRUCTURES;
    public static final DN MAILBOXES = Tree.MAILBOXES;

    /** All attributes that they have, in lower case, with those that tell of their presence. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "objectclass uid employeenumber astypeidentifiant asadeli assourcedate preferredlanguage cn sn givenname displayname "
                    .concat("title asprofession ascategorie assavoirfaire asautorite asdiplome asautorisation ascarte ")
                    .concat(
                            "asidsituation asmodeexercice assecteur asrole asgenreactivite asidstruct asidtechnique o street ")
                    .concat(
                            "postalcode l st telephonenumber facsimiletelephonenumber businesscategory asfiness asfinessej ")
                    .concat("assiret mail astypebal asidnatps asdomaine asdemat assmime asservice ashorslisteblanche ")
                    .concat("asstatut asvudepuis asvujusqua")
                    .split(" "));

    private NationalEntries() {}

    /** Whether any of them below the branches can have an attribute; its name in lower case. */
    public static boolean have(String attribute) {
        return ATTRIBUTES.contains(attribute);
    }

    /**
     * A professional as he is to be seen: with the date of the extraction that names him. It is not kept with him, because it
     * is another one each day.
     */
    public static Entry dated(Entry entry, Optional<String> activityFile) {
        boolean named = entry.hasAttribute("asTypeIdentifiant") && !entry.hasAttribute("asVuJusqua");
        String date = SourceDate.of(activityFile);
        if (named && !date.isEmpty()) {
            entry.addAttribute("asSourceDate", date);
        }
        return entry;
    }

    /** A mailbox as it is to be seen: told apart when mail to its domain would be refused. @param listed none: not known */
    public static Entry placed(Entry entry, Set<String> listed) {
        Optional<String> domain = Optional.ofNullable(entry.getAttributeValue("asDomaine"));
        if (!listed.isEmpty() && domain.filter(named -> !listed.contains(named)).isPresent()) {
            entry.addAttribute("asHorsListeBlanche", "TRUE");
        }
        return entry;
    }

    /** What all the others are below, from the top. */
    public static List<Entry> branches() {
        return Tree.branches().stream().map(StoredEntry::entry).toList();
    }

    /** The person and his places of work. */
    public static List<Entry> of(Professional professional) {
        return Professionals.person(professional).stream()
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

    /** @param address in lower case */
    public static DN mailbox(String address) {
        return new DN(new RDN("mail", address), MAILBOXES);
    }

    public static DN professional(String idNatPs) {
        return new DN(new RDN("uid", idNatPs), PROFESSIONALS);
    }
}
