package fr.sceau.server.selection;

import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.processor.AbstractMailboxProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.util.MDCBuilder;

/** A command that deals with what is selected. Logs name the command, never a mailbox, whose name may be a patient's. */
abstract class ViewProcessor<R extends ImapRequest> extends AbstractMailboxProcessor<R> {
    ViewProcessor(Class<R> request, MailboxManager mailboxes, StatusResponseFactory responses, MetricFactory metrics) {
        super(request, mailboxes, responses, metrics);
    }

    @Override
    protected MDCBuilder mdc(R request) {
        return MDCBuilder.create()
                .addToContext(MDCBuilder.ACTION, request.getCommand().getName());
    }
}
