package fr.sceau.server.selection;

import java.util.ArrayList;
import java.util.List;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.processor.AbstractMailboxProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.exception.MessageRangeException;
import org.apache.james.mailbox.model.MessageRange;
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

    /** The messages that a client means, as far as it knows any; UIDs of nothing are none (RFC 3501 6.4.8). */
    List<MessageRange> known(IdRange[] ids, boolean uids, SelectedMailbox selected) throws MessageRangeException {
        List<MessageRange> ranges = new ArrayList<>();
        for (IdRange each : ids) {
            messageRange(selected, each, uids)
                    .map(range -> normalizeMessageRange(selected, range))
                    .ifPresent(ranges::add);
        }
        return ranges;
    }
}
