package fr.sceau.directory.server.sources;

import fr.sceau.directory.server.registry.Mailbox;
import fr.sceau.directory.server.registry.PastDeliveries;
import java.util.List;

/**
 * The last good content of the operator's own files, and of what the mail server learned.
 *
 * @param ownMailboxes lines of the operator's table; they prevail over the extraction
 * @param certificates for encrypting mail
 * @param deliveries what became of the mail that we sent
 */
public record Content(List<Mailbox> ownMailboxes, List<CertificateFile> certificates, List<PastDeliveries> deliveries) {
    public Content {
        ownMailboxes = List.copyOf(ownMailboxes);
        certificates = List.copyOf(certificates);
        deliveries = List.copyOf(deliveries);
    }

    /** Without whom the house has written to; a mailbox that seems closed is of use to everybody who writes to it. */
    public Content forAnybody() {
        return new Content(
                ownMailboxes,
                certificates,
                deliveries.stream().filter(PastDeliveries::isFailing).toList());
    }
}
