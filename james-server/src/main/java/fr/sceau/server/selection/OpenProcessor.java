package fr.sceau.server.selection;

import fr.sceau.store.message.MailboxChanges;
import java.util.EnumSet;
import java.util.List;
import org.apache.james.events.EventBus;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SearchResUtil;
import org.apache.james.imap.main.PathConverter;
import org.apache.james.imap.message.request.AbstractMailboxSelectionRequest;
import org.apache.james.imap.processor.EnableProcessor;
import org.apache.james.imap.processor.PermitEnableCapabilityProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MessageManager.MailboxMetaData;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.metrics.api.MetricFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** SELECT and EXAMINE (RFC 3501 6.3.1 and 2, RFC 7162), and ENABLE of what changes their answers. */
abstract class OpenProcessor<R extends AbstractMailboxSelectionRequest> extends ViewProcessor<R>
        implements PermitEnableCapabilityProcessor {
    private static final Logger LOGGER = LoggerFactory.getLogger(OpenProcessor.class);
    private static final List<Capability> RESYNC =
            List.of(ImapConstants.SUPPORTS_QRESYNC, ImapConstants.SUPPORTS_CONDSTORE);

    private final boolean readOnly;
    private final Views views;

    OpenProcessor(
            Class<R> request,
            boolean readOnly,
            MailboxManager mailboxes,
            EventBus bus,
            MailboxChanges changes,
            StatusResponseFactory responses,
            MetricFactory metrics) {
        super(request, mailboxes, responses, metrics);
        this.readOnly = readOnly;
        this.views = new Views(mailboxes, bus, changes);
    }

    @Override
    protected Mono<Void> processRequestReactive(R request, ImapSession session, Responder responder) {
        boolean resyncs = !request.getLastKnownUidValidity().isUnknown();
        if (resyncs && !enabled(session, ImapConstants.SUPPORTS_QRESYNC)) { // RFC 7162 3.2.5
            taggedBad(request, responder, HumanReadableText.QRESYNC_NOT_ENABLED);
            return Mono.empty();
        }
        closed(session, responder);
        return views.open(PathConverter.forSession(session).buildFullPath(request.getMailboxName()), session, readOnly)
                .flatMap(opened -> show(request, session, opened, responder))
                .onErrorResume(MailboxException.class, e -> refuse(request, session, responder, e));
    }

    /** RFC 7162 3.2.11: what comes after this is of the new mailbox. */
    private void closed(ImapSession session, Responder responder) {
        if (session.getSelected() != null && enabled(session, ImapConstants.SUPPORTS_QRESYNC)) {
            responder.respond(
                    getStatusResponseFactory().untaggedOk(HumanReadableText.QRESYNC_CLOSED, ResponseCode.closed()));
        }
    }

    private Mono<Void> show(R request, ImapSession session, Views.Open opened, Responder responder) {
        Opening opening = new Opening(getStatusResponseFactory(), opened, responder);
        opening.identity();
        flags(responder, opened.view());
        opening.counts();
        permanentFlags(responder, opened.metaData().getPermanentFlags(), opened.view());
        opening.numbers();
        if (request.getCondstore() && !enabled(session, ImapConstants.SUPPORTS_CONDSTORE)) {
            EnableProcessor.getEnabledCapabilities(session).add(ImapConstants.SUPPORTS_CONDSTORE);
        }
        HumanReadableText text = HumanReadableText.SELECT;
        Mono<Void> resynchronised = Mono.empty();
        if (request.getLastKnownUidValidity().correspondsTo(opened.metaData().getUidValidity())) {
            resynchronised = new Resync(views.changes(), session, opened.view(), responder).answer(request);
        } else if (!request.getLastKnownUidValidity().isUnknown()) {
            text = HumanReadableText.QRESYNC_UIDVALIDITY_MISMATCH;
        }
        HumanReadableText done = text;
        SearchResUtil.resetSavedSequenceSet(session); // RFC 5182 2.1
        return resynchronised.then(Mono.fromRunnable(() -> opening.done(request, done)));
    }

    /** RFC 3501 6.3.1: nothing is selected after that. */
    private Mono<Void> refuse(R request, ImapSession session, Responder responder, MailboxException reason) {
        boolean absent = reason instanceof MailboxNotFoundException;
        if (!absent) {
            LOGGER.error("A mailbox could not be opened", reason);
        }
        no(request, responder, absent ? HumanReadableText.FAILURE_NO_SUCH_MAILBOX : HumanReadableText.SELECT);
        return session.getSelected() == null ? Mono.empty() : session.deselect();
    }

    @Override
    public List<Capability> getImplementedCapabilities(ImapSession session) {
        return RESYNC;
    }

    @Override
    public List<Capability> getPermitEnableCapabilities(ImapSession session) {
        return RESYNC;
    }

    /** RFC 7162 3.1.8: the first command of that kind tells the highest modseq of what is selected. */
    @Override
    public Mono<Void> enable(ImapMessage message, Responder responder, ImapSession session, Capability capability) {
        if (!RESYNC.contains(capability) || enabled(session, capability)) {
            return Mono.empty();
        }
        return session.getSelected() == null
                ? Mono.fromRunnable(() -> condstoreEnablingCommand(session, responder, null, false))
                : getSelectedMailboxReactive(session)
                        .flatMap(mailbox -> Mono.fromCallable(() -> mailbox.getMetaDataReactive(
                                        MailboxMetaData.RecentMode.IGNORE,
                                        session.getMailboxSession(),
                                        EnumSet.of(MailboxMetaData.Item.HighestModSeq)))
                                .flatMap(found -> found))
                        .doOnNext(found -> condstoreEnablingCommand(session, responder, found, true))
                        .then();
    }

    private static boolean enabled(ImapSession session, Capability capability) {
        return EnableProcessor.getEnabledCapabilities(session).contains(capability);
    }
}
