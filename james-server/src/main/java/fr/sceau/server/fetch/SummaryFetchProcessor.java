package fr.sceau.server.fetch;

import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.FetchData;
import org.apache.james.imap.api.message.FetchData.Item;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.message.request.FetchRequest;
import org.apache.james.imap.processor.EnableProcessor;
import org.apache.james.imap.processor.fetch.FetchProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.exception.MessageRangeException;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.metrics.api.MetricFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers FETCH from the store's rows, summaries and octets. Flags alone, single parts and what came with VANISHED are
 * answered by James. Messages read by this are marked as seen a page at a time.
 */
public final class SummaryFetchProcessor extends FetchProcessor {
    @Inject
    public SummaryFetchProcessor(MailboxManager mailboxes, StatusResponseFactory responses, MetricFactory metrics) {
        super(mailboxes, responses, metrics);
    }

    @Override
    protected Mono<Void> processRequestReactive(FetchRequest request, ImapSession session, Responder responder) {
        SelectedMailbox selected = session.getSelected();
        FetchData wanted = wanted(request, session);
        boolean anotherWay = wanted.isOnlyFlags() || wanted.getVanished() || asksForParts(wanted);
        if (selected != null && nothingToShow(request, selected, wanted)) {
            return unsolicitedResponses(session, responder, false, true)
                    .then(Mono.fromRunnable(() -> okComplete(request, responder)));
        }
        if (selected == null || anotherWay || firstCondstore(wanted, session)) {
            return super.processRequestReactive(request, session, responder);
        }
        return show(request, session, selected, wanted, responder);
    }

    private Mono<Void> show(
            FetchRequest request,
            ImapSession session,
            SelectedMailbox selected,
            FetchData wanted,
            Responder responder) {
        return Mono.from(getMailboxManager().getMailboxReactive(selected.getMailboxId(), session.getMailboxSession()))
                .flatMapMany(mailbox -> Flux.fromIterable(ranges(request, selected))
                        .concatMap(range -> new Window(mailbox, session, selected, wanted, responder).show(range)))
                .then(Mono.defer(() -> unsolicitedResponses(
                        session, responder, !request.isUseUids(), request.isUseUids()))) // RFC 3501 7.4.1
                .then(Mono.<Void>fromRunnable(() -> okComplete(request, responder)))
                .onErrorResume(InvalidRange.class, e -> {
                    taggedBad(request, responder, HumanReadableText.INVALID_MESSAGESET);
                    return Mono.empty();
                });
    }

    /** RFC 3501 6.4.8: UIDs of nothing are no fault. James says BAD, and Thunderbird goes on showing what was there. */
    private static boolean nothingToShow(FetchRequest request, SelectedMailbox selected, FetchData wanted) {
        return request.isUseUids() && selected.existsCount() == 0 && !wanted.getVanished();
    }

    /** RFC 7162 3.2.6: once QRESYNC is on, every FETCH response tells the UID. */
    private static FetchData wanted(FetchRequest request, ImapSession session) {
        boolean qresync = EnableProcessor.getEnabledCapabilities(session).contains(ImapConstants.SUPPORTS_QRESYNC);
        return qresync
                ? FetchData.Builder.from(request.getFetch()).fetch(Item.UID).build()
                : request.getFetch();
    }

    /** RFC 7162 3.1: the first command of that kind tells the client the highest modseq; James sees to it. */
    private static boolean firstCondstore(FetchData wanted, ImapSession session) {
        return wanted.contains(Item.MODSEQ)
                && !EnableProcessor.getEnabledCapabilities(session).contains(ImapConstants.SUPPORTS_CONDSTORE);
    }

    private static boolean asksForParts(FetchData wanted) {
        return wanted.getBodyElements().stream()
                .anyMatch(element -> element.getPath() != null && element.getPath().length > 0);
    }

    private List<MessageRange> ranges(FetchRequest request, SelectedMailbox selected) {
        List<MessageRange> ranges = new ArrayList<>();
        try {
            for (IdRange each : request.getIdSet()) {
                MessageRange range =
                        messageRange(selected, each, request.isUseUids()).orElseThrow(InvalidRange::new);
                MessageRange known = normalizeMessageRange(selected, range);
                ranges.add(MessageRange.range(known.getUidFrom(), known.getUidTo()));
            }
        } catch (MessageRangeException e) {
            throw new InvalidRange();
        }
        return ranges;
    }
}
