package fr.sceau.server.selection;

import javax.inject.Inject;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.CopyRequest;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.metrics.api.MetricFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** COPY. */
public final class CopyProcessor extends TransferProcessor<CopyRequest> {
    @Inject
    public CopyProcessor(MailboxManager mailboxes, StatusResponseFactory responses, MetricFactory metrics) {
        super(CopyRequest.class, mailboxes, responses, metrics);
    }

    @Override
    Flux<MessageRange> transfer(MessageRange range, MailboxId from, MailboxId to, ImapSession session) {
        return Flux.from(getMailboxManager().copyMessagesReactive(range, from, to, session.getMailboxSession()));
    }

    @Override
    Mono<Void> answer(CopyRequest request, ImapSession session, Responder responder, TransferPairs pairs) {
        return unsolicitedResponses(session, responder, request.isUseUids())
                .then(Mono.fromRunnable(() -> pairs.copyUid()
                        .ifPresentOrElse(
                                code -> okComplete(request, code, responder), () -> okComplete(request, responder))));
    }
}
