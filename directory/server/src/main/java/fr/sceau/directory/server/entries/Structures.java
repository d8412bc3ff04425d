package fr.sceau.directory.server.entries;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import fr.sceau.directory.server.registry.Mailbox;
import fr.sceau.directory.server.registry.PostalAddress;
import fr.sceau.directory.server.registry.Site;
import fr.sceau.directory.server.sources.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code ou=structures}: one entry per {@code IdNat_Struct}, known by activities or by mailboxes. */
final class Structures {
    private static final String FINESS = "1";
    private static final String SIRET = "3";

    private Structures() {}

    /** Structures that only the operator's own mailboxes name. */
    static List<StoredEntry> beside(Nation nation, Content own) {
        Map<String, Site> unknown = new LinkedHashMap<>();
        for (Mailbox mailbox : own.ownMailboxes()) {
            String id = mailbox.structure();
            if (!id.isEmpty() && nation.find(name(id)).isEmpty()) {
                unknown.putIfAbsent(id, site(mailbox));
            }
        }
        return unknown.values().stream().map(Structures::entry).toList();
    }

    /** What a nation says of a structure. */
    static Optional<Site> find(Nation nation, String id) {
        return id.isEmpty() ? Optional.empty() : nation.find(name(id)).map(entry -> site(id, entry));
    }

    private static DN name(String id) {
        return new DN(new RDN("asIdStruct", id), Tree.STRUCTURES);
    }

    private static Site site(String id, Entry entry) {
        String shown = value(entry, "o");
        PostalAddress address = new PostalAddress(
                value(entry, "street"), value(entry, "postalCode"), value(entry, "l"), value(entry, "st"));
        return new Site(id, "", shown.equals(id) ? "" : shown, "", "", "", "", "", address, "", "");
    }

    private static String value(Entry entry, String attribute) {
        return Optional.ofNullable(entry.getAttributeValue(attribute)).orElse("");
    }

    /** What a mailbox says of its structure. */
    static Site site(Mailbox mailbox) {
        String id = mailbox.structure();
        String finess = id.startsWith(FINESS) ? id.substring(1) : "";
        String siret = id.startsWith(SIRET) ? id.substring(1) : "";
        return new Site(id, "", mailbox.organisation(), "", finess, "", siret, "", mailbox.location(), "", "");
    }

    static StoredEntry entry(Site site) {
        PostalAddress address = site.address();
        EntryDraft draft =
                new EntryDraft("asIdStruct", site.id(), Tree.STRUCTURES, "top", "organization", "asStructure");
        draft.add("o", site.displayName()).add("o", site.name());
        if (site.displayName().isEmpty()) {
            draft.add("o", site.id()); // RFC 4519 3.9: an organization has a name
        }
        return draft.add("businessCategory", site.sectorLabel())
                .add("asFiness", site.finess())
                .add("asFinessEJ", site.legalFiness())
                .add("asSiret", site.siret())
                .add("asIdTechnique", site.technicalId())
                .add("street", address.street())
                .add("postalCode", address.postalCode())
                .add("l", address.town())
                .add("st", address.department())
                .add("telephoneNumber", site.telephone())
                .add("facsimileTelephoneNumber", site.fax())
                .build();
    }
}
