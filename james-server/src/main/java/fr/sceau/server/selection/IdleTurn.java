package fr.sceau.server.selection;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** One IDLE: from {@code + Idling} to the answer to DONE, one thread at a time speaks. */
final class IdleTurn {
    private static final Logger LOGGER = LoggerFactory.getLogger(IdleTurn.class);
    private static final int MOST = 8;
    private static final int IDLE_SECONDS = 60;
    private static final boolean DAEMON = true;
    static final Scheduler THREADS =
            Schedulers.newBoundedElastic(MOST, Integer.MAX_VALUE, "sceau-idle", IDLE_SECONDS, DAEMON);

    private final Responder voice;
    private final Mono<Void> news;
    private final AtomicBoolean woken = new AtomicBoolean();
    private boolean over;

    /** {@code news} tells by {@code voice} what there is to tell. */
    IdleTurn(Responder voice, Mono<Void> news) {
        this.voice = voice;
        this.news = news;
    }

    /** There may be something to tell; returns at once. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            THREADS.schedule(this::tell);
        }
    }

    /** Waits for the database. */
    void tell() {
        woken.set(false);
        synchronized (this) {
            if (over) {
                return;
            }
            try {
                news.block();
            } catch (RuntimeException e) {
                LOGGER.warn("News of an idle session could not be told", e);
            }
            voice.flush();
        }
    }

    synchronized void say(ImapResponseMessage message) {
        if (!over) {
            voice.respond(message);
            voice.flush();
        }
    }

    synchronized boolean over() {
        return over;
    }

    synchronized void end(ImapResponseMessage last) {
        say(last);
        over = true;
    }
}
