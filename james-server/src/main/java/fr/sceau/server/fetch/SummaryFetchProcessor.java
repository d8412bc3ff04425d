package fr.sceau.server.fetch;

import fr.sceau.store.message.MailboxChanges;
import java.util.EnumSet;
import javax.inject.Inject;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.Capability;
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
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.MailboxMetaData;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MessageRangeException;
import org.apache.james.metrics.api.MetricFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers FETCH from the store's rows, summaries, octets and changes. Only single parts of a message are taken out of it by
 * James. Messages read by this are marked as seen a page at a time.
 */
public final class SummaryFetchProcessor extends FetchProcessor {
    private static final Logger LOGGER = LoggerFactory.getLogger(SummaryFetchProcessor.class);

    private final MailboxChanges changes;

    @Inject
    public SummaryFetchProcessor(
            MailboxManager mailboxes, StatusResponseFactory responses, MetricFactory metrics, MailboxChanges changes) {
        super(mailboxes, responses, metrics);
        this.changes = changes;
    }

    @Override
    protected Mono<Void> processRequestReactive(FetchRequest request, ImapSession session, Responder responder) {
        FetchData wanted = request.getFetch();
        if (wanted.getVanished() && !enabled(session, ImapConstants.SUPPORTS_QRESYNC)) { // RFC 7162 3.2.6
            taggedBad(request, responder, HumanReadableText.QRESYNC_NOT_ENABLED);
            return Mono.empty();
        }
        if (wanted.getVanished() && (wanted.getChangedSince() < 0 || !request.isUseUids())) {
            taggedBad(request, responder, HumanReadableText.QRESYNC_VANISHED_WITHOUT_CHANGEDSINCE);
            return Mono.empty();
        }
        if (session.getSelected() == null || (asksForParts(wanted) && !wanted.getVanished())) {
            return super.processRequestReactive(request, session, responder);
        }
        return show(request, session, session.getSelected(), responder);
    }

    private Mono<Void> show(FetchRequest request, ImapSession session, SelectedMailbox selected, Responder responder) {
        return Mono.from(getMailboxManager().getMailboxReactive(selected.getMailboxId(), session.getMailboxSession()))
                .flatMap(mailbox -> Mono.fromCallable(() -> show(request, session, selected, mailbox, responder))
                        .flatMap(shown -> shown))
                .then(Mono.defer(() -> unsolicitedResponses(
                        session, responder, !request.isUseUids(), request.isUseUids()))) // RFC 3501 7.4.1
                .then(Mono.<Void>fromRunnable(() -> okComplete(request, responder)))
                .onErrorResume(MessageRangeException.class, e -> {
                    taggedBad(request, responder, HumanReadableText.INVALID_MESSAGESET);
                    return Mono.empty();
                })
                .onErrorResume(MailboxException.class, e -> {
                    LOGGER.error("FETCH failed in mailbox {}", selected.getMailboxId(), e);
                    no(request, responder, HumanReadableText.GENERIC_FAILURE_DURING_PROCESSING);
                    return Mono.empty();
                });
    }

    private Mono<Void> show(
            FetchRequest request,
            ImapSession session,
            SelectedMailbox selected,
            MessageManager mailbox,
            Responder responder)
            throws MessageRangeException {
        FetchData wanted = wanted(request, session);
        Wanted which = new Wanted(changes, selected, wanted);
        for (IdRange each : request.getIdSet()) {
            which.ask(each);
            messageRange(selected, each, request.isUseUids())
                    .map(range -> normalizeMessageRange(selected, range))
                    .ifPresent(which::add);
        }
        Window window = new Window(mailbox, session, selected, wanted, responder);
        return condstore(wanted, session, mailbox, responder)
                .then(Mono.defer(() -> which.vanished(responder)))
                .thenMany(Flux.defer(which::ranges))
                .concatMap(range -> wanted.isOnlyFlags() ? window.showFlags(range) : window.show(range))
                .then();
    }

    /** RFC 7162 3.1: the first command of that kind tells the client the highest modseq. */
    private Mono<Void> condstore(FetchData wanted, ImapSession session, MessageManager mailbox, Responder responder) {
        if (!wanted.contains(Item.MODSEQ) || enabled(session, ImapConstants.SUPPORTS_CONDSTORE)) {
            return Mono.empty();
        }
        return Mono.fromCallable(() -> mailbox.getMetaDataReactive(
                        MailboxMetaData.RecentMode.IGNORE,
                        session.getMailboxSession(),
                        EnumSet.of(MailboxMetaData.Item.HighestModSeq)))
                .flatMap(found -> found)
                .doOnNext(found -> condstoreEnablingCommand(session, responder, found, true))
                .then();
    }

    /** RFC 7162 3.2.6: once QRESYNC is on, every FETCH response tells the UID. */
    private static FetchData wanted(FetchRequest request, ImapSession session) {
        return enabled(session, ImapConstants.SUPPORTS_QRESYNC)
                ? FetchData.Builder.from(request.getFetch()).fetch(Item.UID).build()
                : request.getFetch();
    }

    private static boolean enabled(ImapSession session, Capability capability) {
        return EnableProcessor.getEnabledCapabilities(session).contains(capability);
    }

    private static boolean asksForParts(FetchData wanted) {
        return wanted.getBodyElements().stream()
                .anyMatch(element -> element.getPath() != null && element.getPath().length > 0);
    }
}
