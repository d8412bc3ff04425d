package fr.sceau.directory.server.entries;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import fr.sceau.directory.server.registry.Declared;
import fr.sceau.directory.server.registry.Mailbox;
import fr.sceau.directory.server.registry.PostalAddress;
import fr.sceau.directory.server.registry.Site;
import fr.sceau.directory.server.sources.Content;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code ou=boites}: one entry per address, because mail clients know one address per entry. */
final class Mailboxes {
    private static final String[] CLASSES = {
        "top", "person", "organizationalPerson", "inetOrgPerson", "asBAL", "pkiUser"
    };

    private final Nation nation;
    private final Map<String, List<Mailbox>> own;

    private Mailboxes(Nation nation, Content content) {
        this.nation = nation;
        this.own = byAddress(content.ownMailboxes());
    }

    /** The operator's own mailboxes, and those of the nation that a certificate is bound to. */
    static List<StoredEntry> over(Nation nation, Content content) {
        return new Mailboxes(nation, content)
                .with(ServedCertificates.of(nation, content).served());
    }

    private List<StoredEntry> with(Map<String, List<X509Certificate>> certificates) {
        List<StoredEntry> entries = new ArrayList<>();
        own.forEach((address, lines) -> entries.add(draft(lines, structure -> Structures.find(nation, structure))
                .build(certificates.getOrDefault(address, List.of()))));
        certificates.forEach((address, published) -> {
            if (!own.containsKey(address)) {
                entries.add(new StoredEntry(nation.find(name(address)).orElseThrow(), published));
            }
        });
        return entries;
    }

    /** An address occurs once for each structure of its holder. */
    private static Map<String, List<Mailbox>> byAddress(List<Mailbox> mailboxes) {
        Map<String, List<Mailbox>> byAddress = new LinkedHashMap<>();
        mailboxes.forEach(mailbox -> byAddress
                .computeIfAbsent(mailbox.address(), address -> new ArrayList<>())
                .add(mailbox));
        return byAddress;
    }

    private static DN name(String address) {
        return new DN(new RDN("mail", address), Tree.MAILBOXES);
    }

    /** Without certificates, and without what else is known of its structures. */
    static StoredEntry entry(List<Mailbox> lines) {
        return draft(lines, structure -> Optional.empty()).build();
    }

    private static EntryDraft draft(List<Mailbox> lines, Function<String, Optional<Site>> structures) {
        Mailbox first = lines.get(0);
        EntryDraft draft = new EntryDraft("mail", first.address(), Tree.MAILBOXES, CLASSES);
        names(draft, first);
        draft.add("title", first.holder().profession());
        draft.add("asTypeBAL", first.type()).add("asIdNatPS", first.idNatPs().orElse(""));
        draft.add("asDomaine", first.address().substring(first.address().lastIndexOf('@') + 1));
        declared(draft, first.declared());
        lines.forEach(line -> structure(draft, line, structures.apply(line.structure())));
        return draft;
    }

    private static void declared(EntryDraft draft, Declared declared) {
        draft.add("asSmime", declared.smime() ? "declared" : "");
        draft.add("asFormat", declared.formats());
        draft.add("asListeRouge", declared.redListed() ? "TRUE" : "");
        draft.add("asRang", declared.rank() == Declared.NO_RANK ? "" : Integer.toString(declared.rank()));
        draft.add("asTailleMax", declared.maxOctets() == 0 ? "" : Long.toString(declared.maxOctets()));
    }

    private static void names(EntryDraft draft, Mailbox mailbox) {
        Mailbox.Holder holder = mailbox.holder();
        String full = (holder.given() + " " + holder.family()).strip();
        String title = (holder.civility() + " " + full).strip();
        String shown = firstOf(
                holder.label(),
                full.isEmpty() ? "" : title,
                mailbox.service(),
                mailbox.organisation(),
                mailbox.address());
        draft.add("displayName", shown);
        draft.add("cn", firstOf(full, shown));
        draft.add(
                "cn",
                full.isEmpty() ? "" : (holder.family() + " " + holder.given()).strip()); // people type either order
        draft.add("sn", firstOf(holder.family(), shown)); // RFC 4519 3.12: a person has a surname
        draft.add("givenName", holder.given());
    }

    private static void structure(EntryDraft draft, Mailbox line, Optional<Site> site) {
        PostalAddress known = site.map(Site::address).orElse(line.location());
        PostalAddress location = line.location().town().isEmpty() ? known : line.location();
        draft.add("asIdStruct", line.structure()).add("asService", line.service());
        draft.add("asDemat", line.dematerialisation()); // of one holder, another answer at each structure
        draft.add("o", firstOf(line.organisation(), site.map(Site::displayName).orElse("")));
        draft.add("street", location.street());
        draft.add("postalCode", location.postalCode()).add("l", location.town());
    }

    private static String firstOf(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
