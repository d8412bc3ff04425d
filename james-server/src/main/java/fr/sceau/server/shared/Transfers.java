package fr.sceau.server.shared;

import fr.sceau.mailets.trace.Event;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageRange;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** COPY and MOVE with a folder of somebody else's box on either side (RFC 4314 4; RFC 6851 4.1). */
@Singleton
final class Transfers {
    private final MailboxManager inner;
    private final Opening opening;
    private final Rights rights;
    private final PersonTrace trace;

    @Inject
    Transfers(@Named(Opening.INNER) MailboxManager inner, Opening opening, Rights rights, PersonTrace trace) {
        this.inner = inner;
        this.opening = opening;
        this.rights = rights;
        this.trace = trace;
    }

    private record Way(Mailbox from, Mailbox to) {
        boolean ownOnly(MailboxSession session) {
            return from.getUser().equals(session.getUser()) && to.getUser().equals(session.getUser());
        }
    }

    Flux<MessageRange> copy(MessageRange set, MailboxId from, MailboxId to, MailboxSession session) {
        return way(from, to, session).flatMapMany(way -> {
            if (way.ownOnly(session)) {
                return inner.copyMessagesReactive(set, from, to, session);
            }
            return guarded(
                    Event.COPIED,
                    way,
                    set,
                    session,
                    () -> rights.need(session, way.from(), Right.Read),
                    checked -> inner.copyMessagesReactive(set, from, to, checked));
        });
    }

    Flux<MessageRange> move(MessageRange set, MailboxId from, MailboxId to, MailboxSession session) {
        return way(from, to, session).flatMapMany(way -> {
            if (way.ownOnly(session)) {
                return inner.moveMessagesReactive(set, from, to, session);
            }
            return guarded(
                    Event.MOVED,
                    way,
                    set,
                    session,
                    () -> rights.need(session, way.from(), Right.Read, Right.DeleteMessages, Right.PerformExpunge),
                    checked -> inner.moveMessagesReactive(set, from, to, checked));
        });
    }

    private Mono<Way> way(MailboxId from, MailboxId to, MailboxSession session) {
        return Mono.zip(opening.folder(from, session), opening.folder(to, session))
                .map(both -> new Way(Opening.entity(both.getT1()), Opening.entity(both.getT2())));
    }

    private Flux<MessageRange> guarded(
            Event event, Way way, MessageRange set, MailboxSession session, Check source, Work work) {
        return Mono.fromCallable(() -> {
                    source.pass();
                    rights.need(session, way.to(), Right.Insert);
                    return into(way.to(), session);
                })
                .flatMap(checked -> Flux.from(work.with(checked)).collectList())
                .doOnNext(ranges -> trace.transfer(event, session, way.from(), way.to(), set, ranges))
                .flatMapIterable((List<MessageRange> ranges) -> ranges);
    }

    /** RFC 4314 4: flags that the person may not set there are left behind. */
    private MailboxSession into(Mailbox target, MailboxSession session) {
        MailboxSession checked = Checked.by(session, target.getUser());
        FlagRights.of(rights.of(session, target)).permitted().limit(checked);
        return checked;
    }

    private interface Check {
        void pass() throws Exception;
    }

    private interface Work {
        Publisher<MessageRange> with(MailboxSession session);
    }
}
