package fr.sceau.server.shared;

import static org.apache.james.mailbox.store.MailboxReactorUtils.block;
import static org.apache.james.mailbox.store.MailboxReactorUtils.blockOptional;

import fr.sceau.mailets.trace.Event;
import fr.sceau.store.message.ConditionalFlags;
import java.io.InputStream;
import java.util.Date;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.mail.Flags;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.EntryKey;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.UpdatedFlags;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A folder of somebody else's box as one person may use it: rights are asked for at every call, so that they end while the
 * folder is open, and every act leaves a line in the trace.
 */
public final class SharedFolder extends GuardedReads implements ConditionalFlags {
    private final MailboxPath shown;

    SharedFolder(
            MessageManager inner, Mailbox folder, MailboxPath shown, Reload reload, Rights rights, PersonTrace trace) {
        super(inner, folder, reload, rights, trace);
        this.shown = shown;
    }

    @Override
    public Publisher<Map<MessageUid, Flags>> setFlagsReactive(
            Flags flags, FlagsUpdateMode mode, MessageRange set, MailboxSession session) {
        return Mono.fromCallable(() -> FlagRights.of(rights.of(session, folder)))
                .filter(mine -> mine.maySeen() || !markedByReading(flags, mode))
                .flatMap(mine -> Mono.fromCallable(() -> mine.change(flags, mode)))
                .flatMap(allowed -> with(session, checked -> inner.setFlagsReactive(allowed, mode, set, checked)))
                .doOnNext(changed -> trace.messages(Event.FLAGGED, session, folder, changed.keySet()))
                .defaultIfEmpty(Map.of());
    }

    @Override
    public Mono<Outcome> setFlags(
            Flags flags, FlagsUpdateMode mode, MessageRange set, long unchangedSince, MailboxSession session) {
        if (!(inner instanceof ConditionalFlags conditional)) {
            return Mono.error(new IllegalStateException("A folder from elsewhere: " + inner.getClass()));
        }
        return Mono.fromCallable(() -> FlagRights.of(rights.of(session, folder)))
                .filter(mine -> mine.maySeen() || !markedByReading(flags, mode))
                .flatMap(mine -> Mono.fromCallable(() -> mine.change(flags, mode)))
                .flatMap(allowed ->
                        with(session, checked -> conditional.setFlags(allowed, mode, set, unchangedSince, checked)))
                .doOnNext(outcome -> trace.messages(
                        Event.FLAGGED,
                        session,
                        folder,
                        outcome.done().stream().map(UpdatedFlags::getUid).toList()))
                .defaultIfEmpty(Outcome.NOTHING);
    }

    /** Without the right s, fetching a body leaves no mark (RFC 4314 4). */
    private boolean markedByReading(Flags flags, FlagsUpdateMode mode) {
        return bodiesRead() && mode == FlagsUpdateMode.ADD && flags.equals(new Flags(Flags.Flag.SEEN));
    }

    @Override
    public Flux<MessageUid> expungeReactive(MessageRange set, MailboxSession session) {
        return allowed(session, Right.PerformExpunge)
                .flatMap(checked -> inner.expungeReactive(set, checked).collectList())
                .doOnNext(uids -> trace.messages(Event.EXPUNGED, session, folder, uids))
                .flatMapIterable((List<MessageUid> uids) -> uids);
    }

    @Override
    public Mono<Void> deleteReactive(List<MessageUid> uids, MailboxSession session) {
        return allowed(session, Right.DeleteMessages, Right.PerformExpunge)
                .flatMap(checked -> inner.deleteReactive(uids, checked)
                        .then(Mono.fromRunnable(() -> trace.messages(Event.EXPUNGED, session, folder, uids))));
    }

    @Override
    public Publisher<AppendResult> appendMessageReactive(AppendCommand command, MailboxSession session) {
        return allowed(session, Right.Insert)
                .flatMap(checked -> Mono.from(inner.appendMessageReactive(permitted(command, session), checked)))
                .doOnNext(added -> trace.messages(
                        Event.ADDED, session, folder, List.of(added.getId().getUid())));
    }

    /** RFC 4314 4: flags that the person may not set are left out. */
    private AppendCommand permitted(AppendCommand command, MailboxSession session) {
        AppendCommand.Builder builder = AppendCommand.builder()
                .withFlags(FlagRights.of(rights.of(session, folder)).among(command.getFlags()))
                .isRecent(command.isRecent())
                .isDelivery(command.isDelivery());
        if (command.getInternalDate() != null) {
            builder.withInternalDate(command.getInternalDate());
        }
        command.getMaybeParsedMessage().ifPresent(builder::withParsedMessage);
        return builder.build(command.getMsgIn());
    }

    @Override
    public Mono<MailboxMetaData> getMetaDataReactive(
            MailboxMetaData.RecentMode mode, MailboxSession session, EnumSet<MailboxMetaData.Item> items) {
        return allowed(session, Right.Read).flatMap(checked -> {
            Rfc4314Rights mine = rights.of(session, folder);
            boolean writable = FlagRights.of(mine).writable();
            MailboxMetaData.RecentMode harmless =
                    mode == MailboxMetaData.RecentMode.RESET && !writable ? MailboxMetaData.RecentMode.RETRIEVE : mode;
            return Mono.fromCallable(() -> inner.getMetaDataReactive(harmless, checked, items))
                    .flatMap(found -> found)
                    .map(found -> forPerson(found, mine, session));
        });
    }

    private MailboxMetaData forPerson(MailboxMetaData found, Rfc4314Rights mine, MailboxSession session) {
        FlagRights flags = FlagRights.of(mine);
        return new MailboxMetaData(
                found.getRecent(),
                flags.among(found.getPermanentFlags()),
                found.getUidValidity(),
                found.getUidNext(),
                found.getHighestModSeq(),
                found.getMessageCount(),
                found.getUnseenCount(),
                found.getFirstUnseen(),
                flags.writable(),
                acl(mine, session));
    }

    private static MailboxACL acl(Rfc4314Rights mine, MailboxSession session) {
        return new MailboxACL(Map.of(EntryKey.createUserEntryKey(session.getUser()), mine));
    }

    @Override
    public Flags getPermanentFlags(MailboxSession session) {
        return FlagRights.of(rights.of(session, folder)).among(inner.getPermanentFlags(checked(session)));
    }

    @Override
    public boolean isWriteable(MailboxSession session) {
        return FlagRights.of(rights.of(session, folder)).writable();
    }

    @Override
    public MailboxACL getResolvedAcl(MailboxSession session) {
        return acl(rights.of(session, folder), session);
    }

    @Override
    public MailboxPath getMailboxPath() {
        return shown;
    }

    @Override
    public Iterator<MessageUid> expunge(MessageRange set, MailboxSession session) throws MailboxException {
        return block(expungeReactive(set, session).collectList()).iterator();
    }

    @Override
    public void delete(List<MessageUid> uids, MailboxSession session) throws MailboxException {
        blockOptional(deleteReactive(uids, session));
    }

    @Override
    public Map<MessageUid, Flags> setFlags(Flags flags, FlagsUpdateMode mode, MessageRange set, MailboxSession session)
            throws MailboxException {
        return block(Mono.from(setFlagsReactive(flags, mode, set, session)));
    }

    @Override
    public AppendResult appendMessage(AppendCommand command, MailboxSession session) throws MailboxException {
        return block(Mono.from(appendMessageReactive(command, session)));
    }

    @Override
    public AppendResult appendMessage(
            InputStream message, Date date, MailboxSession session, boolean recent, Flags flags) {
        throw new UnsupportedOperationException("folders of others are written by appendMessageReactive");
    }

    @Override
    public MailboxMetaData getMetaData(
            MailboxMetaData.RecentMode mode, MailboxSession session, EnumSet<MailboxMetaData.Item> items)
            throws MailboxException {
        return block(getMetaDataReactive(mode, session, items));
    }
}
