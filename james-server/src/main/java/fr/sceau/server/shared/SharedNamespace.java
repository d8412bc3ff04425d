package fr.sceau.server.shared;

import java.util.List;
import javax.inject.Inject;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.NamespaceRequest;
import org.apache.james.imap.message.response.NamespaceResponse;
import org.apache.james.imap.message.response.NamespaceResponse.Namespace;
import org.apache.james.imap.processor.NamespaceProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.metrics.api.MetricFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * NAMESPACE (RFC 2342 5): one's own folders without prefix, those of others below {@link Names#ROOT}, to which James adds the
 * delimiter when it answers.
 */
public final class SharedNamespace extends NamespaceProcessor {
    @Inject
    public SharedNamespace(MailboxManager mailboxes, StatusResponseFactory answers, MetricFactory metrics) {
        super(mailboxes, answers, metrics);
    }

    @Override
    protected Mono<Void> processRequestReactive(NamespaceRequest request, ImapSession session, Responder responder) {
        @Nullable
        List<Namespace> others = Names.showsOneBox(session.getMailboxSession())
                ? null // NIL
                : List.of(new Namespace(Names.ROOT, Names.DELIMITER));
        responder.respond(new NamespaceResponse(List.of(new Namespace("", Names.DELIMITER)), others, null));
        return unsolicitedResponses(session, responder, false)
                .then(Mono.fromRunnable(() -> okComplete(request, responder)));
    }
}
