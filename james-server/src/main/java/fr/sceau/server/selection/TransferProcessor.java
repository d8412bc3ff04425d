package fr.sceau.server.selection;

import fr.sceau.store.message.MessageTransfers.Transfer;
import fr.sceau.store.message.MessageTransfers.Transferred;
import java.util.List;
import java.util.Optional;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.main.PathConverter;
import org.apache.james.imap.message.request.AbstractMessageRangeRequest;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.exception.MessageRangeException;
import org.apache.james.mailbox.exception.OverQuotaException;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.UidValidity;
import org.apache.james.metrics.api.MetricFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** COPY and MOVE (RFC 3501 6.4.7, RFC 6851), with a COPYUID that says which message became which (RFC 4315 3). */
abstract class TransferProcessor<R extends AbstractMessageRangeRequest> extends ViewProcessor<R> {
    private static final Logger LOGGER = LoggerFactory.getLogger(TransferProcessor.class);

    TransferProcessor(
            Class<R> request, MailboxManager mailboxes, StatusResponseFactory responses, MetricFactory metrics) {
        super(request, mailboxes, responses, metrics);
    }

    abstract Mono<Transferred> transfer(Transfer transfer, MailboxSession session);

    /** Tells what became of the messages, then all news. */
    abstract Mono<Void> answer(R request, ImapSession session, Responder responder, Optional<ResponseCode> copyUid);

    @Override
    protected Mono<Void> processRequestReactive(R request, ImapSession session, Responder responder) {
        return Mono.from(getMailboxManager()
                        .getMailboxReactive(
                                PathConverter.forSession(session).buildFullPath(request.getMailboxName()),
                                session.getMailboxSession()))
                .flatMap(target -> Mono.fromCallable(() -> transfer(request, session, target))
                        .flatMap(copyUid -> copyUid))
                .flatMap(copyUid -> answer(request, session, responder, copyUid))
                .onErrorResume(MailboxException.class, e -> {
                    refuse(request, responder, e);
                    return Mono.empty();
                });
    }

    private Mono<Optional<ResponseCode>> transfer(R request, ImapSession session, MessageManager target)
            throws MailboxException {
        UidValidity validity = target.getMailboxEntity().getUidValidity();
        return transfer(wanted(request, session, target), session.getMailboxSession())
                .map(done -> copyUid(validity, done));
    }

    private Transfer wanted(R request, ImapSession session, MessageManager target) throws MessageRangeException {
        SelectedMailbox selected = session.getSelected();
        List<MessageRange> set = known(request.getIdSet(), request.isUseUids(), selected);
        return Transfer.of(set, selected.getMailboxId(), target.getId());
    }

    /** RFC 4315 3: none when nothing went. */
    private static Optional<ResponseCode> copyUid(UidValidity target, Transferred done) {
        if (done.are().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ResponseCode.copyUid(target, ranges(done.wereUids()), ranges(done.areUids())));
    }

    private static IdRange[] ranges(List<MessageUid> uids) {
        return MessageRange.toRanges(uids).stream()
                .map(range -> new IdRange(
                        range.getUidFrom().asLong(), range.getUidTo().asLong()))
                .toArray(IdRange[]::new);
    }

    private void refuse(R request, Responder responder, MailboxException reason) {
        if (reason instanceof MessageRangeException) {
            taggedBad(request, responder, HumanReadableText.INVALID_MESSAGESET);
        } else if (reason instanceof MailboxNotFoundException) {
            no(request, responder, HumanReadableText.FAILURE_NO_SUCH_MAILBOX, ResponseCode.tryCreate());
        } else if (reason instanceof OverQuotaException) {
            no(request, responder, HumanReadableText.FAILURE_OVERQUOTA, ResponseCode.overQuota());
        } else {
            LOGGER.error("{} failed", request.getCommand().getName(), reason);
            no(request, responder, HumanReadableText.GENERIC_FAILURE_DURING_PROCESSING);
        }
    }
}
