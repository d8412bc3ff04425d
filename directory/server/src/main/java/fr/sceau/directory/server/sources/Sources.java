package fr.sceau.directory.server.sources;

import fr.sceau.directory.server.registry.Activity;
import fr.sceau.directory.server.registry.ActivityFile;
import fr.sceau.directory.server.registry.Mailbox;
import fr.sceau.directory.server.registry.MailboxFile;
import fr.sceau.directory.server.registry.OwnMailboxFile;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.nio.file.Path;

/** Everything that the directory is made of, below {@code directory/} of an installation. Used by one thread at a time. */
public final class Sources {
    private final WatchedTable<Activity> activities;
    private final WatchedTable<Mailbox> mailboxes;
    private final WatchedTable<Mailbox> ownMailboxes;
    private final WatchedCertificates certificates;

    public Sources(Path directory) {
        QuarantineReport report = new QuarantineReport(directory.resolve("quarantine"));
        Path registry = directory.resolve("registry");
        Path own = directory.resolve("own");
        this.activities =
                new WatchedTable<>(Candidates.dated(registry, ActivityFile.PREFIX), ActivityFile.format(), report);
        this.mailboxes =
                new WatchedTable<>(Candidates.dated(registry, MailboxFile.PREFIX), MailboxFile.format(), report);
        this.ownMailboxes =
                new WatchedTable<>(Candidates.single(own.resolve("mailboxes.tsv")), OwnMailboxFile.format(), report);
        this.certificates = new WatchedCertificates(own.resolve("certificates"), report);
    }

    /** Looks at all files once; true when something of their content changed. */
    public boolean refresh() throws IOException {
        boolean changed = activities.refresh();
        changed |= mailboxes.refresh();
        changed |= ownMailboxes.refresh();
        changed |= certificates.refresh();
        return changed;
    }

    /** The operator's own table must be good at the start: without it the mailboxes of the house would be unknown. */
    public void requireOwnMailboxes() throws RefusedFileException {
        if (ownMailboxes.onlyRefused()) {
            throw new RefusedFileException("directory/own/mailboxes.tsv is not usable, see the log");
        }
    }

    /** What is held now. */
    public Content content() {
        return new Content(
                activities.rows(),
                mailboxes.rows(),
                ownMailboxes.rows(),
                certificates.certificates(),
                activities.fileName(),
                mailboxes.fileName());
    }
}
