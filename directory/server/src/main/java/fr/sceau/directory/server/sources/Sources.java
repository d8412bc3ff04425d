package fr.sceau.directory.server.sources;

import fr.sceau.directory.server.registry.Mailbox;
import fr.sceau.directory.server.registry.OwnMailboxFile;
import fr.sceau.directory.server.registry.PastDeliveries;
import fr.sceau.directory.server.registry.PastDeliveriesFile;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The operator's own files, below {@code directory/own/} and {@code directory/correspondents/} of an installation, what its mail
 * server writes to {@code directory/learned/}, and which domains {@code conf/operators.tsv} lists. Used by one thread at a time.
 */
public final class Sources {
    private final WatchedTable<Mailbox> mailboxes;
    private final CertificateSources certificates;
    private final WatchedTable<PastDeliveries> deliveries;
    private final WatchedDomains domains;

    /** @param directory the {@code directory/} folder of an installation */
    public Sources(Path directory, QuarantineReport report) throws IOException {
        Path own = directory.resolve("own");
        Path learned = directory.resolve("learned");
        this.mailboxes = new WatchedTable<>(own.resolve("mailboxes.tsv"), OwnMailboxFile.format(), report);
        this.certificates = new CertificateSources(directory);
        this.deliveries = new WatchedTable<>(learned.resolve("remises.tsv"), PastDeliveriesFile.format(), report);
        this.domains = new WatchedDomains(directory.resolveSibling("conf").resolve("operators.tsv"));
    }

    /** Looks at all files once; true when something of their content changed, or is thought of otherwise as time passes. */
    public boolean refresh(Instant now) throws IOException {
        boolean changed = mailboxes.refresh();
        changed |= certificates.refresh(now);
        changed |= deliveries.refresh();
        changed |= domains.refresh();
        return changed;
    }

    /** The table must be good at the start: without it the mailboxes of the house would be unknown. */
    public void requireOwnMailboxes() throws RefusedFileException {
        if (mailboxes.onlyRefused()) {
            throw new RefusedFileException("directory/own/mailboxes.tsv is not usable, see the log");
        }
    }

    /** What is held now. */
    public Content content() {
        return new Content(mailboxes.rows(), certificates.offered(), deliveries.rows(), domains.domains());
    }
}
