package fr.sceau.directory.server.entries;

import fr.sceau.directory.server.registry.Activity;
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

    private final Map<String, Site> byId = new LinkedHashMap<>();

    private Structures() {}

    static Structures of(Content content) {
        Structures structures = new Structures();
        content.activities().stream()
                .map(Activity::site)
                .flatMap(Optional::stream)
                .forEach(structures::add);
        content.mailboxes().forEach(structures::add);
        content.ownMailboxes().forEach(structures::add);
        return structures;
    }

    private void add(Site site) {
        byId.putIfAbsent(site.id(), site);
    }

    private void add(Mailbox mailbox) {
        String id = mailbox.structure();
        if (id.isEmpty() || !find(id).map(Site::displayName).orElse("").isEmpty()) {
            return;
        }
        byId.put(id, site(mailbox));
    }

    /** What a mailbox says of its structure. */
    static Site site(Mailbox mailbox) {
        String id = mailbox.structure();
        String finess = id.startsWith(FINESS) ? id.substring(1) : "";
        String siret = id.startsWith(SIRET) ? id.substring(1) : "";
        return new Site(id, "", mailbox.organisation(), "", finess, "", siret, "", mailbox.location(), "", "");
    }

    Optional<Site> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<StoredEntry> entries() {
        return byId.values().stream().map(Structures::entry).toList();
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
