package fr.sceau.server.selection;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.james.events.Event;
import org.apache.james.events.EventBus;
import org.apache.james.events.EventListener;
import org.apache.james.events.Registration;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.events.MailboxEvents.FlagsUpdated;
import org.apache.james.mailbox.events.MailboxEvents.MailboxDeletion;
import org.apache.james.mailbox.events.MailboxEvents.MailboxEvent;
import org.apache.james.mailbox.events.MailboxIdRegistrationKey;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.UpdatedFlags;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Hears of changes in a mailbox while it is selected. An event says only that there is something to read, and by its modseq
 * which change of flags was this session's own: the answer to its command has told that one.
 */
final class Wakes implements EventListener.ReactiveEventListener {
    private final EventBus bus;
    private final MailboxId mailbox;
    private final MailboxSession.SessionId session;
    private final Set<Own> own = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Registration> registration = new AtomicReference<>();
    private volatile @Nullable Runnable idle;
    private volatile @Nullable Keywords keywords;
    private volatile boolean deleted;

    private record Own(MessageUid uid, long modSeq) {}

    Wakes(EventBus bus, MailboxId mailbox, MailboxSession.SessionId session) {
        this.bus = bus;
        this.mailbox = mailbox;
        this.session = session;
    }

    Mono<Void> begin() {
        return Mono.from(bus.register(this, new MailboxIdRegistrationKey(mailbox)))
                .doOnNext(registration::set)
                .then();
    }

    Mono<Void> end() {
        idle = null;
        Registration running = registration.getAndSet(null);
        return running == null ? Mono.empty() : Mono.from(running.unregister()).then();
    }

    /** What is to run, on whatever thread and without waiting, whenever something has changed; null: nothing. */
    void wake(@Nullable Runnable task) {
        idle = task;
    }

    /** Where the keywords go that this session sets. */
    void tell(Keywords known) {
        keywords = known;
    }

    /** Whether another session has deleted the mailbox. */
    boolean deleted() {
        return deleted;
    }

    boolean isOwn(MessageUid uid, long modSeq) {
        return own.contains(new Own(uid, modSeq));
    }

    void forget(long upTo) {
        own.removeIf(change -> change.modSeq() <= upTo);
    }

    @Override
    public boolean isHandling(Event event) {
        return event instanceof MailboxEvent;
    }

    @Override
    public Publisher<Void> reactiveEvent(Event event) {
        if (event instanceof FlagsUpdated updated && session.equals(updated.getSessionId())) {
            updated.getUpdatedFlags().stream()
                    .filter(UpdatedFlags::flagsChanged)
                    .forEach(this::remember);
        }
        if (event instanceof MailboxDeletion && !session.equals(((MailboxDeletion) event).getSessionId())) {
            deleted = true;
        }
        Runnable task = idle;
        if (task != null) {
            task.run();
        }
        return Mono.empty();
    }

    /** A message that has the flags already keeps the modseq of whoever gave them: that is no change of this session's. */
    private void remember(UpdatedFlags flags) {
        own.add(new Own(flags.getUid(), flags.getModSeq().asLong()));
        Keywords known = keywords;
        if (known != null) {
            known.meet(List.of(flags.getNewFlags().getUserFlags()));
        }
    }
}
