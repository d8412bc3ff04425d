package fr.sceau.directory.server.publishing;

import fr.sceau.directory.server.registry.Mailbox;

/**
 * What the national directory is to say of one mailbox in one entry.
 *
 * @param address in lower case; with the bearer it tells this publication from others, and it never changes
 * @param type PER, ORG, APP or CAB; it never changes
 * @param rank 1 for the preferred mailbox, 0 for none
 * @param description of ORG, APP and CAB; the other words are of ORG and APP
 */
public record Publication(
        String address, String type, Bearer bearer, int rank, String description, String service, String responsible) {

    /** What a publication is known by. */
    record Key(Bearer bearer, String address) {}

    /** @param mailbox that {@link Rules} has no objection to */
    static Publication of(Mailbox mailbox) {
        boolean personal = Rules.isPersonal(mailbox.type());
        Bearer bearer = personal
                ? new Bearer(Bearer.Kind.PERSON, mailbox.idNatPs().orElseThrow())
                : new Bearer(Bearer.Kind.STRUCTURE, mailbox.structure());
        return new Publication(
                mailbox.address(),
                mailbox.type(),
                bearer,
                mailbox.declared().rank(),
                mailbox.type().equals("PER") ? "" : mailbox.holder().label(),
                personal ? "" : mailbox.service(),
                personal ? "" : mailbox.declared().responsible());
    }

    Key key() {
        return new Key(bearer, address);
    }
}
