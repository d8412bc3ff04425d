package fr.sceau.server.shared;

import java.util.EnumSet;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.MailboxTyper;
import org.apache.james.imap.message.request.ListRequest;
import org.apache.james.imap.message.response.ListResponse;
import org.apache.james.imap.message.response.MyRightsResponse;
import org.apache.james.imap.processor.ListProcessor;
import org.apache.james.imap.processor.StatusProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.SubscriptionManager;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.metrics.api.MetricFactory;
import reactor.core.publisher.Mono;

/**
 * LIST where James' own answer would not be true: rights on a folder of somebody else (RFC 8440; James takes every shown
 * name for the person's own), and the delimiter of a subscribed name that is no folder any more.
 */
public final class SharedList extends ListProcessor<ListRequest> {
    private final MailboxManager mailboxes;

    @Inject
    public SharedList(
            MailboxManager mailboxes,
            StatusResponseFactory answers,
            MetricFactory metrics,
            SubscriptionManager subscriptions,
            StatusProcessor status,
            MailboxTyper types) {
        super(mailboxes, answers, metrics, subscriptions, status, types);
        this.mailboxes = mailboxes;
    }

    @Override
    protected Mono<Void> processRequestReactive(ListRequest request, ImapSession session, Responder responder) {
        MailboxSession person = session.getMailboxSession();
        return super.processRequestReactive(request, session, new Responder() {
            @Override
            public void respond(ImapResponseMessage message) {
                corrected(message, person).ifPresent(responder::respond);
            }

            @Override
            public void flush() {
                responder.flush();
            }
        });
    }

    private Optional<ImapResponseMessage> corrected(ImapResponseMessage message, MailboxSession person) {
        if (message instanceof MyRightsResponse rights) {
            return trueRights(rights.getMailboxName(), person).map(ImapResponseMessage.class::cast);
        }
        if (message instanceof ListResponse line && line.isReturnNonExistent()) {
            return Optional.of(new ListResponse(
                    line.getChildren(),
                    line.getSelectability(),
                    line.getName(),
                    Names.DELIMITER,
                    line.isReturnSubscribed(),
                    true,
                    EnumSet.copyOf(line.getChildInfos()),
                    line.getType()));
        }
        return Optional.of(message);
    }

    /** None for a name that is no folder, and for a folder whose rights ended meanwhile. */
    private Optional<MyRightsResponse> trueRights(String name, MailboxSession person) {
        try {
            MailboxPath path = MailboxPath.forUser(person.getUser(), name);
            return Optional.of(new MyRightsResponse(name, mailboxes.myRights(path, person)));
        } catch (MailboxException e) {
            return Optional.empty();
        }
    }
}
