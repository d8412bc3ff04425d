package fr.sceau.server.selection;

import javax.inject.Inject;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.CloseRequest;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.metrics.api.MetricFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** CLOSE (RFC 3501 6.4.2): expunges what is marked, if that may be done here, and says nothing of it. */
public final class CloseProcessor extends ViewProcessor<CloseRequest> {
    private static final Logger LOGGER = LoggerFactory.getLogger(CloseProcessor.class);

    @Inject
    public CloseProcessor(MailboxManager mailboxes, StatusResponseFactory responses, MetricFactory metrics) {
        super(CloseRequest.class, mailboxes, responses, metrics);
    }

    @Override
    protected Mono<Void> processRequestReactive(CloseRequest request, ImapSession session, Responder responder) {
        boolean readOnly = session.getSelected() instanceof SelectedView view && view.readOnly();
        return (readOnly ? Mono.<Void>empty() : expunge(session))
                .onErrorResume(MailboxNotFoundException.class, e -> Mono.empty())
                .then(Mono.defer(session::deselect))
                .then(Mono.<Void>fromRunnable(() -> okComplete(request, responder)))
                .onErrorResume(MailboxException.class, e -> {
                    LOGGER.error("CLOSE failed", e);
                    no(request, responder, HumanReadableText.GENERIC_FAILURE_DURING_PROCESSING);
                    return Mono.empty();
                });
    }

    private Mono<Void> expunge(ImapSession session) {
        return getSelectedMailboxReactive(session)
                .filterWhen(mailbox -> mayExpunge(mailbox, session))
                .flatMap(mailbox -> Mono.fromCallable(
                                () -> mailbox.expungeReactive(MessageRange.all(), session.getMailboxSession()))
                        .flatMap(expunged -> expunged.then()));
    }

    private Mono<Boolean> mayExpunge(MessageManager mailbox, ImapSession session) {
        return Mono.fromCallable(() -> getMailboxManager()
                .hasRight(mailbox.getMailboxEntity(), MailboxACL.Right.PerformExpunge, session.getMailboxSession()));
    }
}
