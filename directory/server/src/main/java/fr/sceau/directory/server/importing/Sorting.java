package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.importing.Sites.Knows;
import fr.sceau.directory.server.index.Origins;
import fr.sceau.directory.server.registry.Activity;
import fr.sceau.directory.server.registry.Mailbox;
import fr.sceau.directory.server.registry.MailboxFile;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts each line where its like are; those whose person or address is served as it is are left where they are. Safe for many
 * threads.
 */
final class Sorting {
    private final Registry registry;
    private final Origins origins;
    private final Buckets persons;
    private final Buckets addresses;
    private final Sites sites;
    private final Set<String> domains = ConcurrentHashMap.newKeySet();

    Sorting(Registry registry, Origins origins, Buckets persons, Buckets addresses, Sites sites) {
        this.registry = registry;
        this.origins = origins;
        this.persons = persons;
        this.addresses = addresses;
        this.sites = sites;
    }

    /**
     * Whether anything is to be done with a line; all domains of mailboxes are to be known.
     *
     * @param own the group of its person or address
     * @param structure that of its structure, or none
     */
    boolean wants(Part<?, ?> part, long own, long structure) {
        return part == registry.mailboxes || !origins.areServed(own) || isOtherwise(structure);
    }

    void take(Part<?, ?> part, long own, long structure, Tagged line) throws IOException {
        if (!origins.areServed(own)) {
            Buckets buckets = part == registry.mailboxes ? addresses : persons;
            buckets.add(own, line.written());
            return;
        }
        if (part == registry.mailboxes) {
            domains.add(Domains.of(MailboxFile.address(registry.mailboxes.cells(line.line()))));
        }
        if (isOtherwise(structure)) {
            addSite(part, line);
        }
    }

    private boolean isOtherwise(long structure) {
        return structure != Group.NONE && !origins.areServed(structure);
    }

    /** The person or the mailbox is as before, but others have come to the structure, or left it. */
    private void addSite(Part<?, ?> part, Tagged line) throws IOException {
        if (part == registry.mailboxes) {
            Optional<Mailbox> mailbox = registry.mailboxes.parse(line.line(), line.number());
            if (mailbox.isPresent()) {
                sites.add(mailbox.get());
            }
        } else if (registry.activities.filter(own -> own == part).isPresent()) {
            add(Knows.ACTIVITIES, registry.activities.get().parse(line.line(), line.number()));
        } else if (registry.connected.isPresent()) {
            add(Knows.CONNECTED, registry.connected.get().parse(line.line(), line.number()));
        }
    }

    private void add(Knows from, Optional<Activity> activity) throws IOException {
        if (activity.isPresent()) {
            sites.add(from, activity.get());
        }
    }

    /** Those of the mailboxes that are served as they are. */
    Set<String> domains() {
        return domains;
    }
}
