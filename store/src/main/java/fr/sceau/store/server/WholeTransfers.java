package fr.sceau.store.server;

import fr.sceau.store.database.Blocking;
import fr.sceau.store.message.MessageTransfers;
import fr.sceau.store.message.SetTransfer;
import java.util.TreeMap;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.events.MailboxIdRegistrationKey;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.ReadOnlyException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MessageMetaData;
import org.apache.james.mailbox.model.QuotaRoot;
import org.apache.james.mailbox.quota.QuotaManager;
import org.apache.james.mailbox.quota.QuotaRootResolver;
import org.apache.james.mailbox.store.StoreMailboxManager;
import org.apache.james.mailbox.store.StoreMessageManager;
import org.apache.james.mailbox.store.event.EventFactory;
import org.apache.james.mailbox.store.quota.QuotaChecker;
import reactor.core.publisher.Mono;

/** COPY and MOVE for a session: rights and room are asked for before, those who listen are told after. */
final class WholeTransfers implements MessageTransfers {
    private final StoreMailboxManager folders;
    private final SetTransfer sets;

    WholeTransfers(StoreMailboxManager folders, SetTransfer sets) {
        this.folders = folders;
        this.sets = sets;
    }

    private record Way(StoreMessageManager from, StoreMessageManager to) {
        Mailbox source() throws MailboxException {
            return from.getMailboxEntity();
        }

        Mailbox target() throws MailboxException {
            return to.getMailboxEntity();
        }
    }

    @Override
    public Mono<Transferred> copy(Transfer transfer, MailboxSession session) {
        return way(transfer, session)
                .delayUntil(way -> writable(way.to(), session))
                .flatMap(way -> Blocking.mono(() -> {
                            room(way, transfer);
                            return sets.copy(transfer);
                        })
                        .delayUntil(done -> tellAdded(way, done, session)));
    }

    @Override
    public Mono<Transferred> move(Transfer transfer, MailboxSession session) {
        return way(transfer, session)
                .delayUntil(way -> writable(way.from(), session).then(writable(way.to(), session)))
                .flatMap(way -> Blocking.mono(() -> {
                            if (!root(way.source()).equals(root(way.target()))) {
                                room(way, transfer);
                            }
                            return sets.move(transfer);
                        })
                        .delayUntil(done -> tellAdded(way, done, session))
                        .delayUntil(done -> tellExpunged(way, done, session)));
    }

    private Mono<Way> way(Transfer transfer, MailboxSession session) {
        return Mono.zip(
                        Mono.from(folders.getMailboxReactive(transfer.from(), session)),
                        Mono.from(folders.getMailboxReactive(transfer.to(), session)))
                .map(both -> new Way((StoreMessageManager) both.getT1(), (StoreMessageManager) both.getT2()));
    }

    private static Mono<Void> writable(StoreMessageManager folder, MailboxSession session) {
        return Mono.fromCallable(() -> folder.isWriteable(session))
                .filter(writable -> writable)
                .switchIfEmpty(Mono.error(() -> new ReadOnlyException(folder.getMailboxPath())))
                .then();
    }

    private void room(Way way, Transfer transfer) throws MailboxException {
        SetTransfer.Size size = sets.size(transfer);
        QuotaManager quotas = folders.getQuotaComponents().getQuotaManager();
        QuotaRoot root = root(way.target());
        new QuotaChecker(quotas.getQuotas(root), root).tryAddition(size.messages(), size.octets());
    }

    private QuotaRoot root(Mailbox mailbox) throws MailboxException {
        QuotaRootResolver roots = folders.getQuotaComponents().getQuotaRootResolver();
        return roots.getQuotaRoot(mailbox.generateAssociatedPath());
    }

    private Mono<Void> tellAdded(Way way, Transferred done, MailboxSession session) {
        if (done.are().isEmpty()) {
            return Mono.empty();
        }
        TreeMap<MessageUid, MessageMetaData> added = new TreeMap<>();
        done.are().forEach(message -> added.put(message.getUid(), message));
        return Mono.fromCallable(() -> EventFactory.added()
                        .randomEventId()
                        .mailboxSession(session)
                        .mailbox(way.target())
                        .metaData(added)
                        .isDelivery(false)
                        .build())
                .flatMap(event -> folders.getEventBus()
                        .dispatch(event, new MailboxIdRegistrationKey(way.to().getId())));
    }

    private Mono<Void> tellExpunged(Way way, Transferred done, MailboxSession session) {
        if (done.were().isEmpty()) {
            return Mono.empty();
        }
        return Mono.fromCallable(() -> EventFactory.expunged()
                        .randomEventId()
                        .mailboxSession(session)
                        .mailbox(way.source())
                        .addMetaData(done.were())
                        .build())
                .flatMap(event -> folders.getEventBus()
                        .dispatch(event, new MailboxIdRegistrationKey(way.from().getId())));
    }
}
