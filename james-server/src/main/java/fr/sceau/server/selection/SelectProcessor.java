package fr.sceau.server.selection;

import fr.sceau.store.message.MailboxChanges;
import javax.inject.Inject;
import org.apache.james.events.EventBus;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.message.request.SelectRequest;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.metrics.api.MetricFactory;

/** SELECT. */
public final class SelectProcessor extends OpenProcessor<SelectRequest> {
    @Inject
    public SelectProcessor(
            MailboxManager mailboxes,
            EventBus bus,
            MailboxChanges changes,
            StatusResponseFactory responses,
            MetricFactory metrics) {
        super(SelectRequest.class, false, mailboxes, bus, changes, responses, metrics);
    }
}
