package fr.sceau.server.shared;

import static org.apache.james.mailbox.store.MailboxReactorUtils.block;
import static org.apache.james.mailbox.store.MailboxReactorUtils.blockOptional;

import java.util.Collection;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.SubscriptionManager;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.exception.SubscriptionException;
import org.apache.james.mailbox.model.MailboxMetaData;
import org.apache.james.mailbox.model.MailboxMetaData.Selectability;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.store.StoreSubscriptionManager;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Subscriptions as IMAP meets them. Folders of others are always subscribed while they can be seen: mail programs show
 * subscribed folders only, and a box that was delegated has to appear, and to go, by itself.
 */
@Singleton
public final class SharedSubscriptions implements SubscriptionManager {
    private final StoreSubscriptionManager inner;
    private final Listing listing;

    @Inject
    SharedSubscriptions(StoreSubscriptionManager inner, Listing listing) {
        this.inner = inner;
        this.listing = listing;
    }

    @Override
    public Publisher<Void> subscribeReactive(MailboxPath path, MailboxSession session) {
        return own(path, session)
                .map(place -> Mono.from(inner.subscribeReactive(place.path(), session)))
                .orElseGet(() -> shared(session)
                        .filter(path::equals)
                        .next()
                        .switchIfEmpty(Mono.error(() -> new SubscriptionException(new MailboxNotFoundException(path))))
                        .then());
    }

    @Override
    public Publisher<Void> unsubscribeReactive(MailboxPath path, MailboxSession session) {
        return own(path, session)
                .map(place -> Mono.from(inner.unsubscribeReactive(place.path(), session)))
                .orElseGet(() -> Mono.error(new SubscriptionException(new MailboxNotFoundException(path))));
    }

    @Override
    public Publisher<MailboxPath> subscriptionsReactive(MailboxSession session) throws SubscriptionException {
        Flux<MailboxPath> all = Names.showsOneBox(session)
                ? shared(session)
                : Flux.concat(inner.subscriptionsReactive(session), shared(session));
        return all.publishOn(Schedulers.boundedElastic()); // LIST waits for the state of each folder
    }

    @Override
    public void subscribe(MailboxSession session, MailboxPath path) throws SubscriptionException {
        await(subscribeReactive(path, session));
    }

    @Override
    public void unsubscribe(MailboxSession session, MailboxPath path) throws SubscriptionException {
        await(unsubscribeReactive(path, session));
    }

    @Override
    public Collection<MailboxPath> subscriptions(MailboxSession session) throws SubscriptionException {
        try {
            return block(Flux.from(subscriptionsReactive(session)).collectList());
        } catch (MailboxException e) {
            throw new SubscriptionException(e);
        }
    }

    private static void await(Publisher<Void> work) throws SubscriptionException {
        try {
            blockOptional(Mono.from(work));
        } catch (MailboxException e) {
            throw new SubscriptionException(e);
        }
    }

    private static Optional<Place> own(MailboxPath path, MailboxSession session) {
        return Names.place(path, session).filter(place -> place.belongsTo(session));
    }

    private Flux<MailboxPath> shared(MailboxSession session) {
        return listing.others(session)
                .filter(found -> found.getSelectability() != Selectability.NOSELECT)
                .map(MailboxMetaData::getPath);
    }

    @Override
    public void startProcessingRequest(MailboxSession session) {
        inner.startProcessingRequest(session);
    }

    @Override
    public void endProcessingRequest(MailboxSession session) {
        inner.endProcessingRequest(session);
    }
}
