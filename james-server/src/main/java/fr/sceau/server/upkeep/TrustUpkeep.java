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

/**
 * Every few seconds: fetches the revocation data that is due, and judges again what waits for it. A thread for each, so that
 * a source that hangs keeps nothing else waiting.
 */
@Singleton
public final class TrustUpkeep implements Startable {
    private static final int SECONDS = 15;
    private static final Logger LOGGER = LoggerFactory.getLogger(TrustUpkeep.class);

    private final InstallationTrust trust;
    private final PendingVerdicts pending;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, work -> {
        Thread daemon = new Thread(work, "trust");
        daemon.setDaemon(true);
        return daemon;
    });

    @Inject
    TrustUpkeep(InstallationTrust trust, PendingVerdicts pending) {
        this.trust = trust;
        this.pending = pending;
    }

    public void start() {
        every("revocation data", trust::refresh);
        every("verdicts that wait", pending::run);
    }

    private void every(String what, Runnable work) {
        threads.scheduleWithFixedDelay(() -> run(what, work), 0, SECONDS, TimeUnit.SECONDS);
    }

    private static void run(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) { // thrown on, it would end the schedule without a word
            LOGGER.error("{}: failed, again in {} seconds", what, SECONDS, e);
        }
    }

    @PreDestroy
    public void stop() {
        threads.shutdownNow();
    }
}
