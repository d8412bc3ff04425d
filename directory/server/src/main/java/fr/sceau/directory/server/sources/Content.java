package fr.sceau.directory.server.sources;

import fr.sceau.directory.server.registry.Activity;
import fr.sceau.directory.server.registry.Mailbox;
import java.util.List;
import java.util.Optional;

/**
 * The last good content of every file.
 *
 * @param activities lines of activity of professionals
 * @param mailboxes lines of the national extraction
 * @param ownMailboxes lines of the operator's table; they prevail over the extraction
 * @param certificates for encrypting mail
 * @param activityFile name of the file of the activities
 * @param mailboxFile name of the file of the mailboxes
 */
public record Content(
        List<Activity> activities,
        List<Mailbox> mailboxes,
        List<Mailbox> ownMailboxes,
        List<CertificateFile> certificates,
        Optional<String> activityFile,
        Optional<String> mailboxFile) {
    public Content {
        activities = List.copyOf(activities);
        mailboxes = List.copyOf(mailboxes);
        ownMailboxes = List.copyOf(ownMailboxes);
        certificates = List.copyOf(certificates);
    }
}
