package fr.sceau.store.server;

import fr.sceau.store.database.Blocking;
import fr.sceau.store.mailbox.MailboxNumber;
import fr.sceau.store.mailbox.MailboxState;
import fr.sceau.store.message.ConditionalFlags;
import fr.sceau.store.message.JdbcMessageMapper;
import fr.sceau.store.message.StoredResult;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import javax.mail.Flags;
import javax.sql.DataSource;
import org.apache.james.events.EventBus;
import org.apache.james.mailbox.MailboxManager.MessageCapabilities;
import org.apache.james.mailbox.MailboxPathLocker;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.events.MailboxIdRegistrationKey;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.exception.ReadOnlyException;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import org.apache.james.mailbox.model.UpdatedFlags;
import org.apache.james.mailbox.quota.QuotaManager;
import org.apache.james.mailbox.quota.QuotaRootResolver;
import org.apache.james.mailbox.store.BatchSizes;
import org.apache.james.mailbox.store.FlagsUpdateCalculator;
import org.apache.james.mailbox.store.MailboxSessionMapperFactory;
import org.apache.james.mailbox.store.MessageStorer;
import org.apache.james.mailbox.store.PreDeletionHooks;
import org.apache.james.mailbox.store.StoreMessageManager;
import org.apache.james.mailbox.store.StoreRightManager;
import org.apache.james.mailbox.store.event.EventFactory;
import org.apache.james.mailbox.store.mail.FetchGroupConverter;
import org.apache.james.mailbox.store.mail.MessageMapper;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.apache.james.mailbox.store.search.MessageSearchIndex;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** One mailbox for one session: keywords of any name, and a state that is of one moment. */
final class SceauMessageManager extends StoreMessageManager implements ConditionalFlags {
    private final DataSource database;
    private final MailboxSessionMapperFactory messages;
    private final StoreRightManager rights;
    private final EventBus events;

    SceauMessageManager(
            DataSource database,
            EnumSet<MessageCapabilities> capabilities,
            MailboxSessionMapperFactory mappers,
            MessageSearchIndex index,
            EventBus events,
            MailboxPathLocker locker,
            Mailbox mailbox,
            QuotaManager quotas,
            QuotaRootResolver quotaRoots,
            BatchSizes batchSizes,
            StoreRightManager rights,
            PreDeletionHooks hooks,
            MessageStorer storer) {
        super(
                capabilities,
                mappers,
                index,
                events,
                locker,
                mailbox,
                quotas,
                quotaRoots,
                batchSizes,
                rights,
                hooks,
                storer);
        this.database = database;
        this.messages = mappers;
        this.rights = rights;
        this.events = events;
    }

    @Override
    public Flags getPermanentFlags(MailboxSession session) {
        Flags flags = super.getPermanentFlags(session);
        flags.add(Flags.Flag.USER); // RFC 3501 7.1 PERMANENTFLAGS \*
        return flags;
    }

    @Override
    public Mono<Outcome> setFlags(
            Flags flags, FlagsUpdateMode mode, MessageRange set, long unchangedSince, MailboxSession session) {
        FlagsUpdateCalculator change = new FlagsUpdateCalculator(settable(flags), mode);
        JdbcMessageMapper mapper = new JdbcMessageMapper(database, Clock.systemUTC());
        return Mono.fromCallable(() -> isWriteable(session))
                .filter(writable -> writable)
                .switchIfEmpty(Mono.error(() -> new ReadOnlyException(getMailboxPath())))
                .flatMap(writable ->
                        Blocking.mono(() -> mapper.updateFlags(getMailboxEntity(), change, set, unchangedSince)))
                .flatMap(outcome -> tell(outcome.done(), session).thenReturn(outcome));
    }

    private static Flags settable(Flags asked) {
        Flags flags = new Flags(asked);
        flags.remove(Flags.Flag.RECENT);
        return flags;
    }

    private Mono<Void> tell(List<UpdatedFlags> changed, MailboxSession session) {
        if (changed.isEmpty()) {
            return Mono.empty();
        }
        return events.dispatch(
                EventFactory.flagsUpdated()
                        .randomEventId()
                        .mailboxSession(session)
                        .mailbox(getMailboxEntity())
                        .updatedFlags(changed)
                        .build(),
                new MailboxIdRegistrationKey(getId()));
    }

    @Override
    public Publisher<MessageResult> getMessagesReactive(MessageRange set, FetchGroup wanted, MailboxSession session) {
        FetchType type = FetchGroupConverter.getFetchType(wanted);
        return messages.getMessageMapper(session)
                .findInMailboxReactive(getMailboxEntity(), set, type, MessageMapper.UNLIMITED)
                .concatMap(message -> Mono.fromCallable(() -> StoredResult.of(message, wanted)), 1);
    }

    /** What was recent is reset first, so that the modseq told is not older than the flags told. */
    @Override
    public Mono<MailboxMetaData> getMetaDataReactive(
            MailboxMetaData.RecentMode recentMode, MailboxSession session, EnumSet<MailboxMetaData.Item> items)
            throws MailboxException {
        Mailbox mailbox = getMailboxEntity();
        MailboxACL acl = getResolvedAcl(session);
        boolean writable = isWriteable(session);
        if (!rights.hasRight(mailbox, MailboxACL.Right.Read, session)) {
            return Mono.just(MailboxMetaData.sensibleInformationFree(acl, mailbox.getUidValidity(), writable));
        }
        Flags permanent = getPermanentFlags(session);
        return recent(recentMode, session)
                .flatMap(recent -> state().map(state -> metaData(recent, permanent, state, writable, acl)));
    }

    private Mono<MailboxState> state() {
        MailboxNumber number = MailboxNumber.of(getMailboxEntity());
        return Blocking.mono(
                () -> MailboxState.read(database, number).orElseThrow(() -> new MailboxNotFoundException(number)));
    }

    private MailboxMetaData metaData(
            List<MessageUid> recent, Flags permanent, MailboxState state, boolean writable, MailboxACL acl) {
        return new MailboxMetaData(
                recent,
                permanent,
                getMailboxEntity().getUidValidity(),
                state.nextUid(),
                state.highestModSeq(),
                state.messages(),
                state.unseen(),
                state.firstUnseen().orElse(null),
                writable,
                acl);
    }
}
