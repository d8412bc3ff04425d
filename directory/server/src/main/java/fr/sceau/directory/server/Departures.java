package fr.sceau.directory.server;

import fr.sceau.directory.server.publishing.Publications;
import fr.sceau.directory.server.publishing.Tally;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the mailboxes of the house, beside the thread that asks, and tells the log how many, never which. Used by one thread.
 */
final class Departures implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    private final Publications publications;
    private final Background background = new Background("directory-publication");

    Departures(Publications publications) {
        this.publications = publications;
    }

    void look() throws IOException, InterruptedException {
        if (background.isIdle() && publications.areDue()) {
            background.begin(this::run);
        }
    }

    private void run() {
        try {
            tell(publications.run());
        } catch (RefusedFileException e) {
            LOG.error("nothing is published: own/mailboxes.tsv: {}", e.getMessage());
        } catch (IOException e) {
            LOG.error(
                    "nothing is published while the queue cannot be written or a file cannot be read: {}",
                    e.toString());
        }
    }

    private static void tell(Tally tally) {
        if (tally.accepted() > 0) {
            LOG.info("{} publications accepted", tally.accepted());
        }
        if (tally.refused() > 0) {
            LOG.error("{} publications refused, see ./sceau directory publication", tally.refused());
        }
        if (!tally.putOff().isEmpty()) {
            LOG.warn("publications wait: {}", tally.putOff());
        }
    }

    @Override
    public void close() {
        background.close();
    }
}
