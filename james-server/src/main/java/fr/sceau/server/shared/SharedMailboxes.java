package fr.sceau.server.shared;

import fr.sceau.store.message.MessageTransfers;
import java.lang.reflect.Proxy;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxMetaData;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.search.MailboxQuery;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The mailboxes as IMAP meets them: a person's own pass straight through to the store, a box of somebody else is reached by
 * its shown name, with the rights of this moment. Sessions of the server itself pass through too.
 */
@Singleton
public final class SharedMailboxes extends ForwardingAnnotations implements MessageTransfers {
    private final Opening opening;
    private final FolderChanges changes;
    private final Transfers transfers;
    private final Listing listing;

    @Inject
    SharedMailboxes(
            @Named(Opening.INNER) MailboxManager inner,
            Rights rights,
            PersonTrace trace,
            Opening opening,
            FolderChanges changes,
            Transfers transfers,
            Listing listing) {
        super(inner, rights, trace);
        this.opening = opening;
        this.changes = changes;
        this.transfers = transfers;
        this.listing = listing;
    }

    private static boolean internal(MailboxSession session) {
        return session.getType() == MailboxSession.SessionType.System;
    }

    @Override
    public Publisher<MessageManager> getMailboxReactive(MailboxPath path, MailboxSession session) {
        return internal(session) ? inner.getMailboxReactive(path, session) : opening.folder(path, session);
    }

    @Override
    public Publisher<MessageManager> getMailboxReactive(MailboxId id, MailboxSession session) {
        return internal(session) ? inner.getMailboxReactive(id, session) : opening.folder(id, session);
    }

    /** Asked for a line of LIST: what has only a name answers no STATUS (RFC 5819 2). */
    @Override
    public MessageManager getMailbox(Mailbox mailbox, MailboxSession session) throws MailboxException {
        if (mailbox.getMailboxId() instanceof Entries.NoFolder) {
            return (MessageManager) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {MessageManager.class}, (proxy, method, arguments) -> {
                        if (method.getReturnType().equals(Mono.class)) {
                            return Mono.empty();
                        }
                        throw new MailboxNotFoundException(mailbox.generateAssociatedPath());
                    });
        }
        boolean own = Names.place(mailbox.generateAssociatedPath(), session)
                .filter(place -> place.belongsTo(session))
                .isPresent();
        return own || internal(session)
                ? inner.getMailbox(mailbox, session)
                : getMailbox(mailbox.getMailboxId(), session);
    }

    @Override
    public Publisher<MailboxId> createMailboxReactive(MailboxPath path, CreateOption option, MailboxSession session) {
        return Opening.place(path, session)
                .flatMap(place -> place.belongsTo(session)
                        ? Mono.from(inner.createMailboxReactive(place.path(), option, session))
                        : changes.create(place, option, session));
    }

    @Override
    public Mono<Void> deleteMailboxReactive(MailboxPath path, MailboxSession session) {
        return Opening.place(path, session)
                .flatMap(place -> place.belongsTo(session)
                        ? inner.deleteMailboxReactive(place.path(), session)
                        : changes.delete(place, session));
    }

    @Override
    public Publisher<List<MailboxRenamedResult>> renameMailboxReactive(
            MailboxPath from, MailboxPath to, RenameOption option, MailboxSession session) {
        return Mono.zip(Opening.place(from, session), Opening.place(to, session))
                .flatMap(both -> {
                    Place source = both.getT1();
                    Place target = both.getT2();
                    return source.belongsTo(session) && target.belongsTo(session)
                            ? Mono.from(inner.renameMailboxReactive(source.path(), target.path(), option, session))
                            : changes.rename(source, target, option, session);
                });
    }

    @Override
    public Mono<Transferred> copy(Transfer transfer, MailboxSession session) {
        return (internal(session) ? MessageTransfers.among(inner) : transfers).copy(transfer, session);
    }

    @Override
    public Mono<Transferred> move(Transfer transfer, MailboxSession session) {
        return (internal(session) ? MessageTransfers.among(inner) : transfers).move(transfer, session);
    }

    @Override
    public Publisher<MessageRange> copyMessagesReactive(
            MessageRange set, MailboxId from, MailboxId to, MailboxSession session) {
        return copy(Transfer.of(List.of(set), from, to), session)
                .flatMapIterable(done -> MessageRange.toRanges(done.areUids()));
    }

    @Override
    public Publisher<MessageRange> moveMessagesReactive(
            MessageRange set, MailboxId from, MailboxId to, MailboxSession session) {
        return move(Transfer.of(List.of(set), from, to), session)
                .flatMapIterable(done -> MessageRange.toRanges(done.areUids()));
    }

    @Override
    public Flux<MailboxMetaData> search(MailboxQuery query, MailboxSearchFetchType type, MailboxSession session) {
        return internal(session) ? inner.search(query, type, session) : listing.search(query, type, session);
    }

    @Override
    public Publisher<Boolean> mailboxExists(MailboxPath path, MailboxSession session) {
        return Mono.justOrEmpty(Names.place(path, session))
                .flatMap(place -> place.belongsTo(session) || internal(session)
                        ? Mono.from(inner.mailboxExists(place.path(), session))
                        : foreignExists(place, session))
                .defaultIfEmpty(false);
    }

    /** At login James gives a box without inbox all usual folders, for which a reader has no right: the inbox will do. */
    private Mono<Boolean> foreignExists(Place place, MailboxSession session) {
        boolean login = place.path().isInbox() && Names.showsOneBox(session);
        return opening.folder(place, session)
                .map(folder -> true)
                .onErrorResume(
                        MailboxNotFoundException.class,
                        e -> login ? changes.provideInbox(place, session).map(id -> true) : Mono.just(false))
                .onErrorReturn(MailboxNotFoundException.class, false);
    }

    @Override
    public Publisher<Boolean> hasChildrenReactive(MailboxPath path, MailboxSession session) {
        return Opening.place(path, session)
                .flatMap(place -> place.belongsTo(session) || internal(session)
                        ? Mono.from(inner.hasChildrenReactive(place.path(), session))
                        : opening.folder(place, session)
                                .flatMap(folder -> Mono.from(
                                        inner.hasChildrenReactive(place.path(), Checked.by(session, place.owner())))));
    }
}
