package fr.sceau.server.shared;

import fr.sceau.mailets.trace.Event;
import fr.sceau.store.message.MessageTransfers;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL.Right;
import reactor.core.publisher.Mono;

/** COPY and MOVE with a folder of somebody else's box on either side (RFC 4314 4; RFC 6851 4.1). */
@Singleton
final class Transfers implements MessageTransfers {
    private final MessageTransfers inner;
    private final Opening opening;
    private final Rights rights;
    private final PersonTrace trace;

    @Inject
    Transfers(@Named(Opening.INNER) MailboxManager inner, Opening opening, Rights rights, PersonTrace trace) {
        this.inner = MessageTransfers.among(inner);
        this.opening = opening;
        this.rights = rights;
        this.trace = trace;
    }

    private record Way(Mailbox from, Mailbox to) {
        boolean ownOnly(MailboxSession session) {
            return from.getUser().equals(session.getUser()) && to.getUser().equals(session.getUser());
        }
    }

    @Override
    public Mono<Transferred> copy(Transfer transfer, MailboxSession session) {
        return way(transfer, session).flatMap(way -> {
            if (way.ownOnly(session)) {
                return inner.copy(transfer, session);
            }
            return guarded(
                    Event.COPIED,
                    way,
                    transfer,
                    session,
                    () -> rights.need(session, way.from(), Right.Read),
                    (limited, checked) -> inner.copy(limited, checked));
        });
    }

    @Override
    public Mono<Transferred> move(Transfer transfer, MailboxSession session) {
        return way(transfer, session).flatMap(way -> {
            if (way.ownOnly(session)) {
                return inner.move(transfer, session);
            }
            return guarded(
                    Event.MOVED,
                    way,
                    transfer,
                    session,
                    () -> rights.need(session, way.from(), Right.Read, Right.DeleteMessages, Right.PerformExpunge),
                    (limited, checked) -> inner.move(limited, checked));
        });
    }

    private Mono<Way> way(Transfer transfer, MailboxSession session) {
        return Mono.zip(opening.folder(transfer.from(), session), opening.folder(transfer.to(), session))
                .map(both -> new Way(Opening.entity(both.getT1()), Opening.entity(both.getT2())));
    }

    private Mono<Transferred> guarded(
            Event event, Way way, Transfer transfer, MailboxSession session, Check source, Work work) {
        return Mono.fromCallable(() -> {
                    source.pass();
                    rights.need(session, way.to(), Right.Insert);
                    return limited(transfer, way.to(), session);
                })
                .flatMap(limited ->
                        work.with(limited, Checked.by(session, way.to().getUser())))
                .doOnNext(done -> trace.transfer(event, session, way.from(), way.to(), done));
    }

    /** RFC 4314 4: flags that the person may not set there are left behind. */
    private Transfer limited(Transfer transfer, Mailbox target, MailboxSession session) {
        return transfer.keeping(FlagRights.of(rights.of(session, target)).permitted());
    }

    private interface Check {
        void pass() throws Exception;
    }

    private interface Work {
        Mono<Transferred> with(Transfer limited, MailboxSession checked);
    }
}
