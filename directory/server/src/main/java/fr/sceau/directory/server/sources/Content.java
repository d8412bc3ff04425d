package fr.sceau.directory.server.sources;

import fr.sceau.directory.server.registry.Mailbox;
import java.util.List;

/**
 * The last good content of the operator's own files.
 *
 * @param ownMailboxes lines of the operator's table; they prevail over the extraction
 * @param certificates for encrypting mail
 */
public record Content(List<Mailbox> ownMailboxes, List<CertificateFile> certificates) {
    public Content {
        ownMailboxes = List.copyOf(ownMailboxes);
        certificates = List.copyOf(certificates);
    }
}
