package fr.sceau.store.server;

import fr.sceau.store.database.Blocking;
import fr.sceau.store.mailbox.MailboxNumber;
import fr.sceau.store.mailbox.MailboxTree;
import fr.sceau.store.message.MessageTransfers;
import fr.sceau.store.message.SetTransfer;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import javax.inject.Inject;
import javax.sql.DataSource;
import org.apache.james.events.EventBus;
import org.apache.james.mailbox.MailboxPathLocker;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.SessionProvider;
import org.apache.james.mailbox.events.MailboxIdRegistrationKey;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxExistsException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.store.MailboxManagerConfiguration;
import org.apache.james.mailbox.store.MailboxSessionMapperFactory;
import org.apache.james.mailbox.store.MessageFactory;
import org.apache.james.mailbox.store.MessageStorer;
import org.apache.james.mailbox.store.PreDeletionHooks;
import org.apache.james.mailbox.store.StoreMailboxAnnotationManager;
import org.apache.james.mailbox.store.StoreMailboxManager;
import org.apache.james.mailbox.store.StoreMessageManager;
import org.apache.james.mailbox.store.StoreRightManager;
import org.apache.james.mailbox.store.event.EventFactory;
import org.apache.james.mailbox.store.mail.ThreadIdGuessingAlgorithm;
import org.apache.james.mailbox.store.mail.model.impl.MessageParser;
import org.apache.james.mailbox.store.quota.QuotaComponents;
import org.apache.james.mailbox.store.search.MessageSearchIndex;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * James' manager on our store. A tree is renamed in one transaction, a set of messages copied or moved in one. Attachments
 * are not taken out of messages when they come.
 */
public final class SceauMailboxManager extends StoreMailboxManager implements MessageTransfers {
    private final DataSource database;
    private final MailboxTree tree;
    private final PreDeletionHooks hooks;
    private final MessageStorer storer;
    private final MessageTransfers transfers;

    @Inject
    public SceauMailboxManager(
            DataSource database,
            MailboxSessionMapperFactory mappers,
            SessionProvider sessions,
            MailboxPathLocker locker,
            MessageId.Factory messageIds,
            StoreMailboxAnnotationManager annotations,
            EventBus events,
            StoreRightManager rights,
            QuotaComponents quotas,
            MessageSearchIndex index,
            MailboxManagerConfiguration configuration,
            PreDeletionHooks hooks,
            ThreadIdGuessingAlgorithm threads,
            Clock clock) {
        super(
                mappers,
                sessions,
                locker,
                new MessageParser(),
                messageIds,
                annotations,
                events,
                rights,
                quotas,
                index,
                configuration,
                hooks,
                threads,
                clock);
        this.database = database;
        this.tree = new MailboxTree(database);
        this.hooks = hooks;
        this.transfers = new WholeTransfers(this, new SetTransfer(database, clock));
        this.storer = new MessageStorer.WithoutAttachment(
                mappers, messageIds, new MessageFactory.StoreMessageFactory(), threads, clock);
    }

    @Override
    public EnumSet<MailboxCapabilities> getSupportedMailboxCapabilities() {
        return EnumSet.allOf(MailboxCapabilities.class);
    }

    @Override
    public EnumSet<MessageCapabilities> getSupportedMessageCapabilities() {
        return EnumSet.of(MessageCapabilities.UniqueID);
    }

    @Override
    public StoreMessageManager createMessageManager(Mailbox mailbox, MailboxSession session) {
        return new SceauMessageManager(
                database,
                getSupportedMessageCapabilities(),
                getMapperFactory(),
                getMessageSearchIndex(),
                getEventBus(),
                getLocker(),
                mailbox,
                getQuotaComponents().getQuotaManager(),
                getQuotaComponents().getQuotaRootResolver(),
                configuration.getBatchSizes(),
                getStoreRightManager(),
                hooks,
                storer);
    }

    @Override
    public Mono<Transferred> copy(Transfer transfer, MailboxSession session) {
        return transfers.copy(transfer, session);
    }

    @Override
    public Mono<Transferred> move(Transfer transfer, MailboxSession session) {
        return transfers.move(transfer, session);
    }

    @Override
    public Mono<List<MailboxRenamedResult>> renameMailboxReactive(
            MailboxPath from,
            MailboxPath to,
            RenameOption option,
            MailboxSession fromSession,
            MailboxSession toSession) {
        Mono<Mailbox> mailbox = Mono.defer(() -> requireOwner(from, fromSession))
                .then(getMapperFactory().getMailboxMapper(fromSession).findMailboxByPath(from))
                .switchIfEmpty(Mono.error(() -> new MailboxNotFoundException(from)));
        return rename(mailbox, to, option, fromSession, toSession);
    }

    @Override
    public Mono<List<MailboxRenamedResult>> renameMailboxReactive(
            MailboxId id, MailboxPath to, RenameOption option, MailboxSession session) {
        Mono<Mailbox> mailbox = getMapperFactory()
                .getMailboxMapper(session)
                .findMailboxById(id)
                .delayUntil(found -> requireOwner(found.generateAssociatedPath(), session));
        return rename(mailbox, to, option, session, session);
    }

    private Mono<List<MailboxRenamedResult>> rename(
            Mono<Mailbox> mailbox,
            MailboxPath to,
            RenameOption option,
            MailboxSession fromSession,
            MailboxSession toSession) {
        char delimiter = toSession.getPathDelimiter();
        MailboxPath destination = to.sanitize(delimiter);
        return requireFree(destination, toSession)
                .then(mailbox)
                .flatMap(found -> Blocking.<List<MailboxRenamedResult>>mono(
                        () -> tree.rename(MailboxNumber.of(found), destination, delimiter, option)))
                .delayUntil(moves -> tell(moves, fromSession));
    }

    private Mono<Void> requireFree(MailboxPath destination, MailboxSession session) {
        return mailboxExists(destination, session).flatMap(exists -> {
            if (exists) {
                return Mono.error(new MailboxExistsException(destination.toString()));
            }
            return requireOwner(destination, session).then(requireAcceptable(destination, session));
        });
    }

    private static Mono<Void> requireAcceptable(MailboxPath path, MailboxSession session) {
        try {
            path.assertAcceptable(session.getPathDelimiter());
            return Mono.empty();
        } catch (MailboxException e) {
            return Mono.error(e);
        }
    }

    private static Mono<Void> requireOwner(MailboxPath path, MailboxSession session) {
        return path.belongsTo(session) ? Mono.empty() : Mono.error(() -> new MailboxNotFoundException(path));
    }

    private Mono<Void> tell(List<MailboxRenamedResult> moves, MailboxSession session) {
        return Flux.fromIterable(moves)
                .concatMap(move -> getEventBus()
                        .dispatch(
                                EventFactory.mailboxRenamed()
                                        .randomEventId()
                                        .mailboxSession(session)
                                        .mailboxId(move.getMailboxId())
                                        .oldPath(move.getOriginPath())
                                        .newPath(move.getDestinationPath())
                                        .build(),
                                new MailboxIdRegistrationKey(move.getMailboxId())))
                .then();
    }
}
