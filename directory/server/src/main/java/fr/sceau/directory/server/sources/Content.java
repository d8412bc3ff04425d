package fr.sceau.directory.server.sources;

import fr.sceau.directory.server.certificates.Offered;
import fr.sceau.directory.server.registry.Mailbox;
import fr.sceau.directory.server.registry.PastDeliveries;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The last good content of the operator's own files, and of what the mail server learned.
 *
 * @param ownMailboxes lines of the operator's table; they prevail over the extraction
 * @param certificates for encrypting mail, each with what is thought of it
 * @param deliveries what became of the mail that we sent
 * @param listed domains of the trust space; none: not known
 */
public record Content(
        List<Mailbox> ownMailboxes, Offered certificates, List<PastDeliveries> deliveries, Set<String> listed) {
    public Content {
        ownMailboxes = List.copyOf(ownMailboxes);
        deliveries = List.copyOf(deliveries);
        listed = Set.copyOf(listed);
    }

    /**
     * Without the red list, and without whom the house has written to; a mailbox that seems closed is of use to everybody who
     * writes to it.
     */
    public Content forAnybody() {
        Set<String> red = redListed();
        return new Content(
                ownMailboxes.stream()
                        .filter(box -> !red.contains(box.address()))
                        .toList(),
                certificates.without(red::contains),
                deliveries.stream().filter(PastDeliveries::isFailing).toList(),
                listed);
    }

    /** Addresses that nobody is to find. */
    public Set<String> redListed() {
        return ownMailboxes.stream()
                .filter(box -> box.declared().redListed())
                .map(Mailbox::address)
                .collect(Collectors.toSet());
    }

    /** Where mail may go: the domains listed, and the house's own; none: not known. */
    public Set<String> trustSpace() {
        Stream<String> own = ownMailboxes.stream()
                .map(box -> box.address().substring(box.address().lastIndexOf('@') + 1));
        return listed.isEmpty() ? Set.of() : Stream.concat(listed.stream(), own).collect(Collectors.toSet());
    }
}
