package fr.sceau.server.selection;

import fr.sceau.store.message.MessageTransfers;
import fr.sceau.store.message.MessageTransfers.Transfer;
import fr.sceau.store.message.MessageTransfers.Transferred;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.MoveRequest;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.metrics.api.MetricFactory;
import reactor.core.publisher.Mono;

/** MOVE (RFC 6851): COPYUID comes before the messages are told to be gone. */
public final class MoveProcessor extends TransferProcessor<MoveRequest> implements CapabilityImplementingProcessor {
    @Inject
    public MoveProcessor(MailboxManager mailboxes, StatusResponseFactory responses, MetricFactory metrics) {
        super(MoveRequest.class, mailboxes, responses, metrics);
    }

    @Override
    public List<Capability> getImplementedCapabilities(ImapSession session) {
        return List.of(ImapConstants.SUPPORTS_MOVE);
    }

    @Override
    Mono<Transferred> transfer(Transfer transfer, MailboxSession session) {
        return MessageTransfers.among(getMailboxManager()).move(transfer, session);
    }

    @Override
    Mono<Void> answer(MoveRequest request, ImapSession session, Responder responder, Optional<ResponseCode> copyUid) {
        copyUid.ifPresent(
                code -> responder.respond(getStatusResponseFactory().untaggedOk(HumanReadableText.COMPLETED, code)));
        return unsolicitedResponses(session, responder, request.isUseUids())
                .then(Mono.fromRunnable(() -> okComplete(request, responder)));
    }
}
