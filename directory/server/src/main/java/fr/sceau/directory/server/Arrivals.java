package fr.sceau.directory.server;

import fr.sceau.directory.server.fetching.Fetches;
import fr.sceau.directory.server.fetching.Outcome;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what the registry publishes, beside the thread that asks, and tells the log. Used by one thread. */
final class Arrivals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    private final Fetches fetches;
    private final Background background = new Background("directory-fetch");

    Arrivals(Fetches fetches) {
        this.fetches = fetches;
    }

    void look() throws InterruptedException {
        if (background.isIdle() && fetches.areDue()) {
            background.begin(() -> tell(fetches.run()));
        }
    }

    private static void tell(Map<String, Outcome> outcomes) {
        outcomes.forEach((prefix, outcome) -> {
            outcome.complaints().forEach(complaint -> LOG.warn("{}: {}", prefix, complaint));
            if (outcome instanceof Outcome.Arrived arrived) {
                LOG.info("{} has arrived", arrived.file().getFileName());
            } else if (outcome instanceof Outcome.Failed) {
                LOG.error("{}: no address serves it, what is there stays", prefix);
            }
        });
    }

    @Override
    public void close() {
        background.close();
    }
}
