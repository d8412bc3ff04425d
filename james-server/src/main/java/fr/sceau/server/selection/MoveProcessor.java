package fr.sceau.server.selection;

import java.util.List;
import javax.inject.Inject;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.MoveRequest;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.metrics.api.MetricFactory;
import reactor.core.publisher.Flux;
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
    Flux<MessageRange> transfer(MessageRange range, MailboxId from, MailboxId to, ImapSession session) {
        return Flux.from(getMailboxManager().moveMessagesReactive(range, from, to, session.getMailboxSession()));
    }

    @Override
    Mono<Void> answer(MoveRequest request, ImapSession session, Responder responder, TransferPairs pairs) {
        pairs.copyUid()
                .ifPresent(code ->
                        responder.respond(getStatusResponseFactory().untaggedOk(HumanReadableText.COMPLETED, code)));
        return unsolicitedResponses(session, responder, request.isUseUids())
                .then(Mono.fromRunnable(() -> okComplete(request, responder)));
    }
}
