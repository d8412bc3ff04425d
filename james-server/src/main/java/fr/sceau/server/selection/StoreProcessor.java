package fr.sceau.server.selection;

import fr.sceau.store.message.ConditionalFlags;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.message.request.StoreRequest;
import org.apache.james.imap.processor.EnableProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MessageRangeException;
import org.apache.james.metrics.api.MetricFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** STORE (RFC 3501 6.4.6), with UNCHANGEDSINCE between whose look and change nobody comes (RFC 7162 3.1.3). */
public final class StoreProcessor extends ViewProcessor<StoreRequest> {
    private static final Logger LOGGER = LoggerFactory.getLogger(StoreProcessor.class);

    @Inject
    public StoreProcessor(MailboxManager mailboxes, StatusResponseFactory responses, MetricFactory metrics) {
        super(StoreRequest.class, mailboxes, responses, metrics);
    }

    @Override
    protected Mono<Void> processRequestReactive(StoreRequest request, ImapSession session, Responder responder) {
        return getSelectedMailboxReactive(session)
                .flatMap(mailbox -> Mono.fromCallable(() -> store(request, session, mailbox, responder))
                        .flatMap(refused -> refused))
                .flatMap(refused -> unsolicitedResponses(session, responder, !request.isUseUids(), request.isUseUids())
                        .then(Mono.<Void>fromRunnable(() -> answer(request, session, responder, refused))))
                .onErrorResume(MessageRangeException.class, e -> {
                    taggedBad(request, responder, HumanReadableText.INVALID_MESSAGESET);
                    return Mono.empty();
                })
                .onErrorResume(MailboxException.class, e -> {
                    LOGGER.error("STORE failed", e);
                    no(request, responder, HumanReadableText.SAVE_FAILED);
                    return Mono.empty();
                });
    }

    /** Gives the messages that had changed. */
    private Mono<List<MessageUid>> store(
            StoreRequest request, ImapSession session, MessageManager mailbox, Responder responder)
            throws MailboxException {
        if (!(mailbox instanceof ConditionalFlags flags)) {
            return Mono.error(new IllegalStateException("A mailbox from elsewhere: " + mailbox.getClass()));
        }
        boolean conditional = request.getUnchangedSince() != -1;
        long since = conditional ? request.getUnchangedSince() : ConditionalFlags.ALWAYS;
        StoredFlags told = new StoredFlags(request, session, responder);
        return Flux.fromIterable(known(request.getIdSet(), request.isUseUids(), session.getSelected()))
                .concatMap(range -> flags.setFlags(
                        request.getFlags(), request.getFlagsUpdateMode(), range, since, session.getMailboxSession()))
                .doOnNext(outcome -> keywords(session, mailbox, responder))
                .doOnNext(told::tell)
                .concatMapIterable(ConditionalFlags.Outcome::refused)
                .collectList()
                .doOnNext(refused -> enable(conditional, session, responder));
    }

    /** RFC 3501 7.2.6: keywords are announced before they are seen on a message. */
    private void keywords(ImapSession session, MessageManager mailbox, Responder responder) {
        SelectedMailbox selected = session.getSelected();
        if (selected.hasNewApplicableFlags()) {
            flags(responder, selected);
            permanentFlags(responder, mailbox.getPermanentFlags(session.getMailboxSession()), selected);
            selected.resetNewApplicableFlags();
        }
    }

    /** RFC 7162 3.1: the first command of that kind tells the client the highest modseq that it has heard of. */
    private void enable(boolean conditional, ImapSession session, Responder responder) {
        boolean first = EnableProcessor.getEnabledCapabilities(session).add(ImapConstants.SUPPORTS_CONDSTORE);
        if (!conditional && first) {
            EnableProcessor.getEnabledCapabilities(session).remove(ImapConstants.SUPPORTS_CONDSTORE);
        } else if (first && session.getSelected() instanceof SelectedView view) {
            responder.respond(Opening.highestModSeq(
                    getStatusResponseFactory(), view.news().modSeq()));
        }
    }

    private void answer(StoreRequest request, ImapSession session, Responder responder, List<MessageUid> refused) {
        List<IdRange> ids = request.isUseUids()
                ? refused.stream().map(uid -> new IdRange(uid.asLong())).toList()
                : numbers(refused, session.getSelected());
        if (ids.isEmpty()) {
            okComplete(request, responder);
        } else {
            responder.respond(new Modified(request.getTag(), IdRange.mergeRanges(ids)));
        }
    }

    private static List<IdRange> numbers(List<MessageUid> uids, SelectedMailbox selected) {
        List<IdRange> numbers = new ArrayList<>();
        for (MessageUid uid : uids) {
            selected.msn(uid).ifPresent(number -> numbers.add(new IdRange(number.asInt())));
        }
        return numbers;
    }
}
