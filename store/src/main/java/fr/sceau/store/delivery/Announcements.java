package fr.sceau.store.delivery;

import fr.sceau.store.content.ContentId;
import fr.sceau.store.mailbox.MailboxNumber;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.apache.james.events.Event;
import org.apache.james.events.RegistrationKey;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.events.MailboxIdRegistrationKey;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageMetaData;
import org.apache.james.mailbox.model.ThreadId;
import org.apache.james.mailbox.store.event.EventFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells sessions that have an inbox open, after the commit, that there is new mail. The delivery does not wait for it: one
 * thread tells all, in the order of the deliveries, soon. Telling twice does no harm. Who is not told, because too much is to
 * be told or the server ends, sees the mail later. Safe for use by several threads.
 */
@Singleton
public final class Announcements {
    private static final Logger LOGGER = LoggerFactory.getLogger(Announcements.class);
    private static final MailboxSession.SessionId NO_SESSION = MailboxSession.SessionId.of(-1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_UNTOLD = 10_000;

    private final WatchedBus bus;
    private final Executor telling;

    @Inject
    public Announcements(WatchedBus bus) {
        this(bus, oneThread());
    }

    Announcements(WatchedBus bus, Executor telling) {
        this.bus = bus;
        this.telling = telling;
    }

    /** It ends when there is nothing to tell for a while, and never keeps the server from ending. */
    private static Executor oneThread() {
        ThreadPoolExecutor one = new ThreadPoolExecutor(
                1, 1, PATIENCE.toMillis(), TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(MOST_UNTOLD), work -> {
                    Thread thread = new Thread(work, "announcements");
                    thread.setDaemon(true);
                    return thread;
                });
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    /** Also of what an earlier attempt delivered: the attempt may have ended before it told anybody. */
    public void announce(Delivered delivered) {
        delivered.arrivals().forEach(this::announce);
        delivered.again().forEach(this::announce);
    }

    /** Who opens the inbox after this look finds the mail there: it is committed. */
    private void announce(Arrival arrival) {
        MailboxNumber mailbox = new MailboxNumber(arrival.mailbox());
        RegistrationKey key = new MailboxIdRegistrationKey(mailbox);
        if (!bus.isWatched(key)) {
            return;
        }
        try {
            telling.execute(() -> tell(arrival, mailbox, key));
        } catch (RejectedExecutionException e) {
            LOGGER.error("nobody was told of a message delivered to mailbox {}: too much is to be told", mailbox);
        }
    }

    /** One session that does not take it keeps the others waiting for a few seconds, not for ever. */
    private void tell(Arrival arrival, MailboxNumber mailbox, RegistrationKey key) {
        try {
            bus.dispatch(event(arrival, mailbox), key).block(PATIENCE);
        } catch (RuntimeException e) {
            LOGGER.error("not everybody was told of a message delivered to mailbox {}", mailbox, e);
        }
    }

    private static Event event(Arrival arrival, MailboxNumber mailbox) {
        Username owner = Username.of(arrival.owner());
        return EventFactory.added()
                .randomEventId()
                .user(owner)
                .sessionId(NO_SESSION)
                .mailboxId(mailbox)
                .mailboxPath(MailboxPath.inbox(owner))
                .addMetaData(metaData(arrival))
                .isDelivery(true)
                .build();
    }

    private static MessageMetaData metaData(Arrival arrival) {
        ContentId id = new ContentId(arrival.content());
        Date date = Date.from(arrival.date());
        return new MessageMetaData(
                MessageUid.of(arrival.uid()),
                ModSeq.of(arrival.modSeq()),
                arrival.flags(),
                arrival.octets(),
                date,
                Optional.of(date),
                id,
                ThreadId.fromBaseMessageId(id));
    }
}
