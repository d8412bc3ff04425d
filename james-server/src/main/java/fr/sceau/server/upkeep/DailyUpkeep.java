package fr.sceau.server.upkeep;

import fr.sceau.server.correspondents.Correspondents;
import fr.sceau.store.StoreException;
import fr.sceau.store.content.Contents;
import fr.sceau.store.delivery.Deliveries;
import java.time.Clock;
import java.time.Duration;
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
 * At the start and once a day: forgets deliveries that no attempt can follow any more and mailboxes of others that nobody writes
 * to, and removes contents that a crash left without a holder; tells which keys end soon.
 */
@Singleton
public final class DailyUpkeep implements Startable {
    /** The queue tries a mail for about eleven days; an operator may look at parked mail for as long again. */
    static final Duration DELIVERIES = Duration.ofDays(30);

    /**
     * Addresses that nobody here writes to any more are not kept (GDPR 5.1.e); who writes to one once a year is still warned.
     */
    static final Duration CORRESPONDENTS = Duration.ofDays(2 * 365);

    static final Duration ORPHANS = Duration.ofDays(1);
    private static final Logger LOGGER = LoggerFactory.getLogger(DailyUpkeep.class);

    private final Deliveries deliveries;
    private final Contents contents;
    private final Correspondents correspondents;
    private final RenewalNotice renewal;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "upkeep");
        daemon.setDaemon(true);
        return daemon;
    });

    @Inject
    DailyUpkeep(
            Deliveries deliveries,
            Contents contents,
            Correspondents correspondents,
            RenewalNotice renewal,
            Clock clock) {
        this.renewal = renewal;
        this.correspondents = correspondents;
        this.deliveries = deliveries;
        this.contents = contents;
        this.clock = clock;
    }

    public void start() {
        thread.scheduleWithFixedDelay(this::run, 0, 1, TimeUnit.DAYS);
    }

    void run() {
        renewal.run();
        try {
            int forgotten = deliveries.forget(clock.instant().minus(DELIVERIES));
            int swept = contents.sweep(clock.instant().minus(ORPHANS));
            int unused = correspondents.forget(clock.instant().minus(CORRESPONDENTS));
            LOGGER.info(
                    "upkeep: {} deliveries and {} correspondents forgotten, {} contents without holder removed",
                    forgotten,
                    unused,
                    swept);
        } catch (StoreException e) {
            LOGGER.warn("upkeep not done, again tomorrow", e);
        }
    }

    @PreDestroy
    public void stop() {
        thread.shutdownNow();
    }
}
