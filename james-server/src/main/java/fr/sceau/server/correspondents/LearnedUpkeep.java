package fr.sceau.server.correspondents;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.lifecycle.api.Startable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the directory every minute, when there is something to tell. */
@Singleton
public final class LearnedUpkeep implements Startable {
    private static final Logger LOGGER = LoggerFactory.getLogger(LearnedUpkeep.class);

    private final LearnedFile file;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "learned");
        daemon.setDaemon(true);
        return daemon;
    });

    @Inject
    LearnedUpkeep(LearnedFile file) {
        this.file = file;
    }

    public void start() {
        thread.scheduleWithFixedDelay(this::run, 0, 1, TimeUnit.MINUTES);
    }

    private void run() {
        try {
            file.look();
        } catch (RuntimeException e) { // thrown on, it would end the schedule without a word
            LOGGER.error("the directory is not told what became of our mail", e);
        }
    }

    @PreDestroy
    public void stop() {
        thread.shutdownNow();
    }
}
