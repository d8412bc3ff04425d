package fr.sceau.directory.server;

import fr.sceau.directory.server.importing.Age;
import fr.sceau.directory.server.index.Version;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator, once a day, that what is served is old. Used by one thread. */
final class StaleAlarm {
    private static final Logger LOG = LoggerFactory.getLogger(StaleAlarm.class);

    private final InstantSource clock;
    private LocalDate told = LocalDate.MIN;

    StaleAlarm(InstantSource clock) {
        this.clock = clock;
    }

    /** @return whether it told */
    boolean look(Version served) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        if (today.equals(told)) {
            return false;
        }
        told = today;
        var stale = Age.stale(served, today);
        stale.forEach(day -> LOG.error("nothing newer than the extraction of {} has come", day));
        return !stale.isEmpty();
    }
}
