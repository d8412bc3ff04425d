package fr.sceau.server.shared;

import static org.apache.james.mailbox.store.MailboxReactorUtils.block;

import fr.sceau.mailets.trace.Event;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.mail.Flags;
import org.apache.james.mailbox.MailboxManager.MessageCapabilities;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.ComposedMessageIdWithMetaData;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxCounters;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import org.apache.james.mailbox.model.MessageResultIterator;
import org.apache.james.mailbox.model.SearchQuery;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reading in a folder of somebody else's box: right r (RFC 4314 4), and a line in the trace for each body. */
abstract class GuardedReads implements MessageManager {
    private static final Set<FetchGroup.Profile> BODIES = EnumSet.of(
            FetchGroup.Profile.FULL_CONTENT, FetchGroup.Profile.BODY_CONTENT, FetchGroup.Profile.MIME_CONTENT);

    final MessageManager inner;
    final Mailbox folder;
    final Rights rights;
    final PersonTrace trace;
    private final Reload reload;
    private volatile Mailbox latest;
    private volatile boolean bodiesRead;

    GuardedReads(MessageManager inner, Mailbox folder, Reload reload, Rights rights, PersonTrace trace) {
        this.inner = inner;
        this.folder = folder;
        this.latest = folder;
        this.reload = reload;
        this.rights = rights;
        this.trace = trace;
    }

    /** Reads the folder again: its owner may have changed its ACL since it was opened. */
    interface Reload {
        Mailbox now() throws MailboxException;
    }

    /** Whether the person may read here, by what was last known; for a thread that must not wait. */
    public boolean stillReadable(MailboxSession session) {
        return rights.asLastRead(session, latest).contains(Right.Lookup, Right.Read);
    }

    /** The same as the database says now. */
    public boolean readable(MailboxSession session) throws MailboxException {
        try {
            latest = reload.now();
            return rights.of(session, latest).contains(Right.Lookup, Right.Read);
        } catch (MailboxNotFoundException e) {
            return false;
        }
    }

    /** Whether this command reads bodies, so that James marks them as seen without being asked. */
    boolean bodiesRead() {
        return bodiesRead;
    }

    MailboxSession checked(MailboxSession session) {
        return Checked.by(session, folder.getUser());
    }

    /** Asks for the rights first, away from the thread that serves the connections. */
    <T> Mono<T> with(MailboxSession session, Function<MailboxSession, Publisher<T>> work, Right... needed) {
        return allowed(session, needed).flatMap(checked -> Mono.from(work.apply(checked)));
    }

    Mono<MailboxSession> allowed(MailboxSession session, Right... needed) {
        Callable<MailboxSession> check = () -> {
            rights.need(session, folder, needed);
            return checked(session);
        };
        return Mono.fromCallable(check).subscribeOn(Schedulers.boundedElastic());
    }

    @Override
    public Publisher<MessageResult> getMessagesReactive(MessageRange set, FetchGroup group, MailboxSession session) {
        Queue<MessageUid> opened = new ConcurrentLinkedQueue<>();
        boolean bodies = readsBodies(group);
        bodiesRead |= bodies;
        return allowed(session, Right.Read)
                .flatMapMany(checked -> Flux.from(inner.getMessagesReactive(set, group, checked)))
                .doOnNext(message -> opened.add(message.getUid()))
                .doFinally(end -> {
                    if (bodies) {
                        trace.messages(Event.OPENED, session, folder, opened);
                    }
                });
    }

    /** The list of a box is not a reading: headers and structure are shown to whoever may see it. */
    private static boolean readsBodies(FetchGroup group) {
        return Stream.concat(Stream.of(group), group.getPartContentDescriptors().stream())
                .anyMatch(part -> !Collections.disjoint(part.profiles(), BODIES));
    }

    /** James' IMAP reads by the other form, which leaves its line in the trace. */
    @Override
    public MessageResultIterator getMessages(MessageRange set, FetchGroup group, MailboxSession session) {
        throw new UnsupportedOperationException("folders of others are read by getMessagesReactive");
    }

    @Override
    public Publisher<ComposedMessageIdWithMetaData> listMessagesMetadata(MessageRange set, MailboxSession session) {
        return allowed(session, Right.Read).flatMapMany(checked -> Flux.from(inner.listMessagesMetadata(set, checked)));
    }

    @Override
    public Publisher<MessageUid> search(SearchQuery query, MailboxSession session) {
        return allowed(session, Right.Read).flatMapMany(checked -> {
            try {
                return Flux.from(inner.search(query, checked));
            } catch (MailboxException e) {
                return Flux.error(e);
            }
        });
    }

    @Override
    public long getMessageCount(MailboxSession session) throws MailboxException {
        return getMailboxCounters(session).getCount();
    }

    @Override
    public MailboxCounters getMailboxCounters(MailboxSession session) throws MailboxException {
        return block(Mono.from(getMailboxCountersReactive(session)));
    }

    @Override
    public Publisher<MailboxCounters> getMailboxCountersReactive(MailboxSession session) {
        return with(session, inner::getMailboxCountersReactive, Right.Read);
    }

    @Override
    public Mono<Flags> getApplicableFlagsReactive(MailboxSession session) {
        return with(session, inner::getApplicableFlagsReactive, Right.Read);
    }

    @Override
    public Flags getApplicableFlags(MailboxSession session) throws MailboxException {
        return block(getApplicableFlagsReactive(session));
    }

    @Override
    public Mailbox getMailboxEntity() {
        return folder;
    }

    @Override
    public MailboxId getId() {
        return folder.getMailboxId();
    }

    @Override
    public EnumSet<MessageCapabilities> getSupportedMessageCapabilities() {
        return inner.getSupportedMessageCapabilities();
    }
}
