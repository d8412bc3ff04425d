package fr.sceau.store.delivery;

import fr.sceau.store.content.ContentId;
import fr.sceau.store.mailbox.MailboxNumber;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
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
 * Tells sessions that have an inbox open, after the commit, that there is new mail. Telling twice does no harm. Who was
 * not told sees the mail with the next event of the inbox or when the inbox is opened again: nothing else depends on it.
 */
public final class Announcements {
    private static final Logger LOGGER = LoggerFactory.getLogger(Announcements.class);
    private static final MailboxSession.SessionId NO_SESSION = MailboxSession.SessionId.of(-1);

    private final EventBus bus;

    @Inject
    public Announcements(EventBus bus) {
        this.bus = bus;
    }

    /** Also of what an earlier attempt delivered: the attempt may have ended before it told anybody. */
    public void announce(Delivered delivered) {
        Stream.concat(delivered.arrivals().stream(), delivered.again().stream()).forEach(this::announce);
    }

    private void announce(Arrival arrival) {
        MailboxNumber mailbox = new MailboxNumber(arrival.mailbox());
        try {
            bus.dispatch(event(arrival, mailbox), new MailboxIdRegistrationKey(mailbox))
                    .block();
        } catch (RuntimeException e) {
            // The mail is delivered; a failure here must not make it look otherwise.
            LOGGER.error("nobody was told of a message delivered to mailbox {}", mailbox, e);
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
