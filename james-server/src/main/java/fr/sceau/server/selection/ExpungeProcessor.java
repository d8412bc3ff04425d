package fr.sceau.server.selection;

import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.ExpungeRequest;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.imap.processor.EnableProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MessageRangeException;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.metrics.api.MetricFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** EXPUNGE and UID EXPUNGE (RFC 3501 6.4.3, RFC 4315 2.1). */
public final class ExpungeProcessor extends ViewProcessor<ExpungeRequest> implements CapabilityImplementingProcessor {
    private static final Logger LOGGER = LoggerFactory.getLogger(ExpungeProcessor.class);

    @Inject
    public ExpungeProcessor(MailboxManager mailboxes, StatusResponseFactory responses, MetricFactory metrics) {
        super(ExpungeRequest.class, mailboxes, responses, metrics);
    }

    @Override
    public List<Capability> getImplementedCapabilities(ImapSession session) {
        return List.of(ImapConstants.SUPPORTS_UIDPLUS);
    }

    @Override
    protected Mono<Void> processRequestReactive(ExpungeRequest request, ImapSession session, Responder responder) {
        return getSelectedMailboxReactive(session)
                .flatMap(mailbox -> Mono.fromCallable(() -> expunge(request, session, mailbox, responder))
                        .flatMap(done -> done))
                .onErrorResume(MessageRangeException.class, e -> {
                    taggedBad(request, responder, HumanReadableText.INVALID_MESSAGESET);
                    return Mono.empty();
                })
                .onErrorResume(MailboxException.class, e -> {
                    LOGGER.error("EXPUNGE failed", e);
                    no(request, responder, HumanReadableText.GENERIC_FAILURE_DURING_PROCESSING);
                    return Mono.empty();
                });
    }

    private Mono<Void> expunge(ExpungeRequest request, ImapSession session, MessageManager mailbox, Responder responder)
            throws MailboxException {
        MailboxACL.Right expunge = MailboxACL.Right.PerformExpunge;
        if (!getMailboxManager().hasRight(mailbox.getMailboxEntity(), expunge, session.getMailboxSession())) {
            no(request, responder, HumanReadableText.MAILBOX_IS_READ_ONLY);
            return Mono.empty();
        }
        return Flux.fromIterable(ranges(request, session))
                .concatMap(range -> mailbox.expungeReactive(range, session.getMailboxSession()))
                .count()
                .flatMap(count -> unsolicitedResponses(session, responder, false)
                        .then(Mono.fromRunnable(() -> ok(request, session, responder, count > 0))));
    }

    private List<MessageRange> ranges(ExpungeRequest request, ImapSession session) throws MessageRangeException {
        IdRange[] uids = request.getUidSet();
        if (uids == null) {
            return List.of(MessageRange.all());
        }
        List<MessageRange> ranges = new ArrayList<>();
        for (IdRange each : uids) {
            messageRange(session.getSelected(), each, true).ifPresent(ranges::add);
        }
        return ranges;
    }

    /** RFC 7162 3.2.9: the modseq up to which the client has heard everything, never a later one. */
    private void ok(ExpungeRequest request, ImapSession session, Responder responder, boolean some) {
        boolean resyncs = EnableProcessor.getEnabledCapabilities(session).contains(ImapConstants.SUPPORTS_QRESYNC);
        if (some && resyncs && session.getSelected() instanceof SelectedView view) {
            okComplete(request, ResponseCode.highestModSeq(ModSeq.of(view.news().modSeq())), responder);
        } else {
            okComplete(request, responder);
        }
    }
}
