package fr.sceau.server.selection;

import java.util.ArrayList;
import java.util.List;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.main.PathConverter;
import org.apache.james.imap.message.request.AbstractMessageRangeRequest;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.exception.MessageRangeException;
import org.apache.james.mailbox.exception.OverQuotaException;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.metrics.api.MetricFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** COPY and MOVE (RFC 3501 6.4.7, RFC 6851), with a COPYUID that says which message became which (RFC 4315 3). */
abstract class TransferProcessor<R extends AbstractMessageRangeRequest> extends ViewProcessor<R> {
    private static final Logger LOGGER = LoggerFactory.getLogger(TransferProcessor.class);

    TransferProcessor(
            Class<R> request, MailboxManager mailboxes, StatusResponseFactory responses, MetricFactory metrics) {
        super(request, mailboxes, responses, metrics);
    }

    /** The ranges of new uids, in the order of the old ones. */
    abstract Flux<MessageRange> transfer(MessageRange range, MailboxId from, MailboxId to, ImapSession session);

    /** Tells what became of the messages, then all news. */
    abstract Mono<Void> answer(R request, ImapSession session, Responder responder, TransferPairs pairs);

    @Override
    protected Mono<Void> processRequestReactive(R request, ImapSession session, Responder responder) {
        return Mono.from(getMailboxManager()
                        .getMailboxReactive(
                                PathConverter.forSession(session).buildFullPath(request.getMailboxName()),
                                session.getMailboxSession()))
                .flatMap(target -> Mono.fromCallable(() -> transfer(request, session, target))
                        .flatMap(pairs -> pairs))
                .flatMap(pairs -> answer(request, session, responder, pairs))
                .onErrorResume(MailboxException.class, e -> {
                    refuse(request, responder, e);
                    return Mono.empty();
                });
    }

    private Mono<TransferPairs> transfer(R request, ImapSession session, MessageManager target)
            throws MailboxException {
        TransferPairs pairs = new TransferPairs(target.getMailboxEntity().getUidValidity());
        return Flux.fromIterable(known(request.getIdSet(), request.isUseUids(), session.getSelected()))
                .concatMap(range -> transfer(range, session, target.getId(), pairs))
                .then(Mono.just(pairs));
    }

    /** What the range holds is read before; nothing can come into it, so if as many went as were there, those went. */
    private Mono<Void> transfer(MessageRange range, ImapSession session, MailboxId target, TransferPairs pairs) {
        SelectedMailbox selected = session.getSelected();
        return Flux.from(selected.getMessageManager().listMessagesMetadata(range, session.getMailboxSession()))
                .map(message -> message.getComposedMessageId().getUid())
                .collectList()
                .filter(there -> !there.isEmpty())
                .flatMap(there -> transfer(range, selected.getMailboxId(), target, session)
                        .concatMapIterable(TransferProcessor::uids)
                        .collectList()
                        .doOnNext(went -> pairs.add(there, went)))
                .then();
    }

    private static List<MessageUid> uids(MessageRange range) {
        List<MessageUid> uids = new ArrayList<>();
        for (long uid = range.getUidFrom().asLong(); uid <= range.getUidTo().asLong(); uid++) {
            uids.add(MessageUid.of(uid));
        }
        return uids;
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
