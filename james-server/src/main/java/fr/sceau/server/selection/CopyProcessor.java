package fr.sceau.server.selection;

import fr.sceau.store.message.MessageTransfers;
import fr.sceau.store.message.MessageTransfers.Transfer;
import fr.sceau.store.message.MessageTransfers.Transferred;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.CopyRequest;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.metrics.api.MetricFactory;
import reactor.core.publisher.Mono;

/** COPY. */
public final class CopyProcessor extends TransferProcessor<CopyRequest> {
    @Inject
    public CopyProcessor(MailboxManager mailboxes, StatusResponseFactory responses, MetricFactory metrics) {
        super(CopyRequest.class, mailboxes, responses, metrics);
    }

    @Override
    Mono<Transferred> transfer(Transfer transfer, MailboxSession session) {
        return MessageTransfers.among(getMailboxManager()).copy(transfer, session);
    }

    @Override
    Mono<Void> answer(CopyRequest request, ImapSession session, Responder responder, Optional<ResponseCode> copyUid) {
        return unsolicitedResponses(session, responder, request.isUseUids())
                .then(Mono.fromRunnable(() -> copyUid.ifPresentOrElse(
                        code -> okComplete(request, code, responder), () -> okComplete(request, responder))));
    }
}
