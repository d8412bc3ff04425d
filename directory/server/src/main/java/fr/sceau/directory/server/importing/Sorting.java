package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.importing.Sites.Knows;
import fr.sceau.directory.server.index.Origins;
import fr.sceau.directory.server.registry.Activity;
import fr.sceau.directory.server.registry.Mailbox;
import fr.sceau.directory.server.registry.MailboxFile;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Puts each line where its like are; those whose person or address is served as it is are left where they are. */
final class Sorting implements Readings.Taker {
    private final Registry registry;
    private final Origins origins;
    private final Buckets persons;
    private final Buckets addresses;
    private final Sites sites;
    private final Set<String> domains = new HashSet<>();

    Sorting(Registry registry, Origins origins, Buckets persons, Buckets addresses, Sites sites) {
        this.registry = registry;
        this.origins = origins;
        this.persons = persons;
        this.addresses = addresses;
        this.sites = sites;
    }

    @Override
    public void take(Part<?, ?> part, int tag, String line, long number) throws IOException {
        long group = part.group(line);
        if (!origins.areServed(group)) {
            Buckets buckets = part == registry.mailboxes ? addresses : persons;
            buckets.add(group, new Tagged(tag, number, line).written());
            return;
        }
        if (part == registry.mailboxes) {
            domains.add(Domains.of(MailboxFile.address(registry.mailboxes.cells(line))));
        }
        long structure = part.structure(line);
        if (structure != Group.NONE && !origins.areServed(structure)) {
            addSite(part, line, number);
        }
    }

    /** The person or the mailbox is as before, but others have come to the structure, or left it. */
    private void addSite(Part<?, ?> part, String line, long number) throws IOException {
        if (part == registry.mailboxes) {
            Optional<Mailbox> mailbox = registry.mailboxes.parse(line, number);
            if (mailbox.isPresent()) {
                sites.add(mailbox.get());
            }
        } else if (registry.activities.filter(own -> own == part).isPresent()) {
            add(Knows.ACTIVITIES, registry.activities.get().parse(line, number));
        } else if (registry.connected.isPresent()) {
            add(Knows.CONNECTED, registry.connected.get().parse(line, number));
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
