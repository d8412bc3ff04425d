package fr.sceau.server.selection;

import fr.sceau.store.message.MailboxChanges;
import javax.inject.Inject;
import org.apache.james.events.EventBus;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.message.request.ExamineRequest;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.metrics.api.MetricFactory;

/** EXAMINE: SELECT for reading only. */
public final class ExamineProcessor extends OpenProcessor<ExamineRequest> {
    @Inject
    public ExamineProcessor(
            MailboxManager mailboxes,
            EventBus bus,
            MailboxChanges changes,
            StatusResponseFactory responses,
            MetricFactory metrics) {
        super(ExamineRequest.class, true, mailboxes, bus, changes, responses, metrics);
    }
}
