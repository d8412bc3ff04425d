package fr.sceau.server.upkeep;

import fr.sceau.mailets.verify.InstallationTrust;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.lifecycle.api.Startable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every few seconds: fetches the revocation data that is due. One thread, so that only the sources are waited for. */
@Singleton
public final class TrustUpkeep implements Startable {
    private static final int SECONDS = 15;
    private static final Logger LOGGER = LoggerFactory.getLogger(TrustUpkeep.class);

    private final InstallationTrust trust;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "trust");
        daemon.setDaemon(true);
        return daemon;
    });

    @Inject
    public TrustUpkeep(InstallationTrust trust) {
        this.trust = trust;
    }

    public void start() {
        thread.scheduleWithFixedDelay(this::run, 0, SECONDS, TimeUnit.SECONDS);
    }

    void run() {
        try {
            trust.refresh();
        } catch (RuntimeException e) { // an exception would end the schedule without a word
            LOGGER.error("revocation data not refreshed, again in {} seconds", SECONDS, e);
        }
    }

    @PreDestroy
    public void stop() {
        thread.shutdownNow();
    }
}
