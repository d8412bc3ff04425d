package fr.sceau.store.delivery;

import fr.sceau.store.content.ContentId;
import fr.sceau.store.mailbox.MailboxNumber;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.apache.james.events.Event;
import org.apache.james.events.EventBus;
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
 * Tells sessions that have an inbox open, after the commit, that there is new mail. Telling twice does no harm. A session
 * that is not told sees the mail only when it opens the inbox again, so what could not be told is told with the next
 * delivery; a crash ends the sessions, and with them the need to tell. Safe for use by several threads.
 */
@Singleton
public final class Announcements {
    private static final Logger LOGGER = LoggerFactory.getLogger(Announcements.class);
    private static final MailboxSession.SessionId NO_SESSION = MailboxSession.SessionId.of(-1);

    private static final int MOST_UNTOLD = 10_000;

    private final EventBus bus;
    private final Queue<Arrival> untold = new LinkedBlockingQueue<>(MOST_UNTOLD);

    @Inject
    public Announcements(EventBus bus) {
        this.bus = bus;
    }

    /** Also of what an earlier attempt delivered: the attempt may have ended before it told anybody. */
    public void announce(Delivered delivered) {
        List<Arrival> all = new ArrayList<>();
        for (Arrival late = untold.poll(); late != null; late = untold.poll()) {
            all.add(late);
        }
        all.addAll(delivered.arrivals());
        all.addAll(delivered.again());
        all.forEach(this::announce);
    }

    private void announce(Arrival arrival) {
        MailboxNumber mailbox = new MailboxNumber(arrival.mailbox());
        try {
            bus.dispatch(event(arrival, mailbox), new MailboxIdRegistrationKey(mailbox))
                    .block();
        } catch (RuntimeException e) {
            // The mail is delivered; a failure here must not make it look otherwise.
            boolean later = untold.offer(arrival);
            LOGGER.error(
                    "nobody was told of a message delivered to mailbox {}; to be told later: {}", mailbox, later, e);
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
