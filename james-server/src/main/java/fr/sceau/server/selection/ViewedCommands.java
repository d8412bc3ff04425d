package fr.sceau.server.selection;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.FetchData;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.AbstractMessageRangeRequest;
import org.apache.james.imap.message.request.CompressRequest;
import org.apache.james.imap.message.request.ExpungeRequest;
import org.apache.james.imap.message.request.FetchRequest;
import org.apache.james.imap.message.request.IdleRequest;
import org.apache.james.imap.message.request.LogoutRequest;
import org.apache.james.imap.message.request.MoveRequest;
import org.apache.james.imap.message.request.RenameRequest;
import org.apache.james.imap.message.request.StartTLSRequest;
import org.apache.james.imap.message.request.StoreRequest;
import org.apache.james.imap.message.response.ExistsResponse;
import org.apache.james.imap.message.response.RecentResponse;
import org.apache.james.imap.message.response.UnpooledStatusResponseFactory;
import org.apache.james.mailbox.MessageUid;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Processes commands, after what the selected view asks for: nothing changes a mailbox that was opened by EXAMINE, and a
 * message that the client names by its uid before it was told of its arrival is told first.
 */
public final class ViewedCommands implements ImapProcessor {
    private static final int MOST = 32;
    private static final int IDLE_SECONDS = 60;
    private static final boolean DAEMON = true;
    /** James asks a view for news while it still puts its work together, on whatever thread that is: one of these. */
    private static final Scheduler THREADS =
            Schedulers.newBoundedElastic(MOST, Integer.MAX_VALUE, "sceau-imap", IDLE_SECONDS, DAEMON);

    private final ImapProcessor processor;

    public ViewedCommands(ImapProcessor processor) {
        this.processor = processor;
    }

    @Override
    public Mono<Void> processReactive(ImapMessage message, Responder responder, ImapSession session) {
        if (!(session.getSelected() instanceof SelectedView view)) {
            return processor.processReactive(message, responder, Leaving.of(session));
        }
        if (view.readOnly() && changes(message) && message instanceof ImapRequest request) {
            refuse(request, responder);
            return Mono.empty();
        }
        if (ofTheConnection(message)) {
            return processor.processReactive(message, responder, Leaving.of(session));
        }
        return Mono.defer(() -> {
                    if (beyond(message, view)) {
                        tellArrivals(view, responder);
                    }
                    Responder telling = new Telling(responder, view);
                    return inner(view.readOnly() ? peeking(message) : message, telling, Leaving.of(session));
                })
                .subscribeOn(THREADS);
    }

    /** These change how the next octets are read, so they are not put off to another thread. */
    private static boolean ofTheConnection(ImapMessage message) {
        return message instanceof IdleRequest
                || message instanceof CompressRequest
                || message instanceof StartTLSRequest
                || message instanceof LogoutRequest;
    }

    private Mono<Void> inner(ImapMessage message, Responder responder, ImapSession session) {
        if (!(message instanceof RenameRequest)) {
            return processor.processReactive(message, responder, session);
        }
        LateOk late = new LateOk(responder);
        return processor.processReactive(message, late, session).doOnTerminate(late::release);
    }

    /** For who waits, as James' own tests do. */
    @Override
    public void process(ImapMessage message, Responder responder, ImapSession session) {
        processReactive(message, responder, session).block();
    }

    @Override
    public void configure(ImapConfiguration configuration) {
        processor.configure(configuration);
    }

    // RFC 3501 6.3.2
    private static boolean changes(ImapMessage message) {
        return message instanceof StoreRequest || message instanceof ExpungeRequest || message instanceof MoveRequest;
    }

    private static ImapMessage peeking(ImapMessage message) {
        if (!(message instanceof FetchRequest fetch)) {
            return message;
        }
        FetchData asked = fetch.getFetch();
        FetchData.Builder unmarked = FetchData.builder().vanished(asked.getVanished());
        Stream.of(FetchData.Item.values()).filter(asked::contains).forEach(unmarked::fetch);
        asked.getBodyElements().forEach(element -> unmarked.add(element, true));
        if (asked.getChangedSince() >= 0) {
            unmarked.changedSince(asked.getChangedSince());
        }
        return new FetchRequest(fetch.isUseUids(), fetch.getIdSet(), unmarked.build(), fetch.getTag());
    }

    private static void refuse(ImapRequest request, Responder responder) {
        responder.respond(new UnpooledStatusResponseFactory()
                .taggedNo(request.getTag(), request.getCommand(), HumanReadableText.MAILBOX_IS_READ_ONLY));
    }

    /** Whether the command may name messages that have come since the last news. */
    private static boolean beyond(ImapMessage message, SelectedView view) {
        if (message instanceof FetchRequest fetch) {
            return beyond(fetch.getIdSet(), fetch.isUseUids(), view);
        }
        if (message instanceof StoreRequest store) {
            return beyond(store.getIdSet(), store.isUseUids(), view);
        }
        return message instanceof AbstractMessageRangeRequest transfer
                && beyond(transfer.getIdSet(), transfer.isUseUids(), view);
    }

    private static boolean beyond(IdRange[] ids, boolean uids, SelectedView view) {
        long last = uids ? view.getLastUid().map(MessageUid::asLong).orElse(0L) : view.existsCount();
        return Arrays.stream(ids)
                .mapToLong(range -> Math.max(range.getLowVal(), range.getHighVal()))
                .anyMatch(id -> id > last && (uids || id < Long.MAX_VALUE));
    }

    /** RFC 3501 7.3.1: EXISTS may come at any time, and has to come before the number is used. */
    private static void tellArrivals(SelectedView view, Responder responder) {
        view.news().readOn();
        if (view.news().grown()) {
            responder.respond(new ExistsResponse(view.existsCount()));
            responder.respond(new RecentResponse(view.recentCount()));
            view.news().countTold();
        }
    }
}
