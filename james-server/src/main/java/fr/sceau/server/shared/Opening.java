package fr.sceau.server.shared;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** From a name or number to a folder that the person may see: her own as the store gives it, others' under guard. */
@Singleton
public final class Opening {
    static final String INNER = "mailboxmanager"; // James' own name for the manager behind all protocols

    private final MailboxManager inner;
    private final Rights rights;
    private final PersonTrace trace;

    @Inject
    public Opening(@Named(INNER) MailboxManager inner, Rights rights, PersonTrace trace) {
        this.inner = inner;
        this.rights = rights;
        this.trace = trace;
    }

    /** What a shown name stands for; an error when that is nothing. */
    static Mono<Place> place(MailboxPath shown, MailboxSession session) {
        return Mono.justOrEmpty(Names.place(shown, session))
                .switchIfEmpty(Mono.error(() -> new MailboxNotFoundException(shown)));
    }

    Mono<MessageManager> folder(MailboxPath shown, MailboxSession session) {
        return place(shown, session)
                .flatMap(place -> place.belongsTo(session)
                        ? Mono.from(inner.getMailboxReactive(place.path(), session))
                        : folder(place, session));
    }

    Mono<MessageManager> folder(Place place, MailboxSession session) {
        return Mono.from(inner.getMailboxReactive(place.path(), Checked.by(session, place.owner())))
                .flatMap(found -> guarded(found, session));
    }

    Mono<MessageManager> folder(MailboxId id, MailboxSession session) {
        return Mono.from(inner.getMailboxReactive(id, Checked.by(session, session.getUser())))
                .flatMap(found -> guarded(found, session));
    }

    private Mono<MessageManager> guarded(MessageManager found, MailboxSession session) {
        Mailbox folder = entity(found);
        if (folder.getUser().equals(session.getUser())) {
            return Mono.just(found);
        }
        return Mono.fromCallable(() -> {
                    rights.need(session, folder, Right.Lookup);
                    MailboxPath shown = Names.shown(folder.generateAssociatedPath(), session);
                    SharedFolder.Reload reload = () -> inner.getMailbox(folder.getMailboxId(), checked(folder, session))
                            .getMailboxEntity();
                    return (MessageManager) new SharedFolder(found, folder, shown, reload, rights, trace);
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static MailboxSession checked(Mailbox folder, MailboxSession session) {
        return Checked.by(session, folder.getUser());
    }

    static Mailbox entity(MessageManager manager) {
        try {
            return manager.getMailboxEntity();
        } catch (MailboxException e) {
            throw new IllegalStateException("a folder of the store has a row", e);
        }
    }
}
