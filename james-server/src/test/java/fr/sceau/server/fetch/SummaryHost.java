package fr.sceau.server.fetch;

import fr.sceau.store.imap.StoreHost;
import fr.sceau.store.server.TestStore;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.encode.ImapEncoder;
import org.apache.james.imap.message.request.FetchRequest;
import org.apache.james.imap.message.response.UnpooledStatusResponseFactory;
import org.apache.james.metrics.logger.DefaultMetricFactory;
import reactor.core.publisher.Mono;

/** James' IMAP on an empty store, but for FETCH and its answer. */
final class SummaryHost extends StoreHost {
    @Override
    protected ImapEncoder encoder(ImapEncoder james) {
        FetchedMessageEncoder ours = new FetchedMessageEncoder();
        return (message, composer) -> {
            if (message instanceof FetchedMessage fetched) {
                ours.encode(fetched, composer);
            } else {
                james.encode(message, composer);
            }
        };
    }

    @Override
    protected ImapProcessor processor(ImapProcessor james, TestStore store) {
        SummaryFetchProcessor ours = new SummaryFetchProcessor(
                store.getMailboxManager(), new UnpooledStatusResponseFactory(), new DefaultMetricFactory());
        return new Choice(james, ours);
    }

    private record Choice(ImapProcessor james, ImapProcessor fetch) implements ImapProcessor {
        @Override
        public void process(ImapMessage message, Responder responder, ImapSession session) {
            of(message).process(message, responder, session);
        }

        @Override
        public Mono<Void> processReactive(ImapMessage message, Responder responder, ImapSession session) {
            return of(message).processReactive(message, responder, session);
        }

        @Override
        public void configure(ImapConfiguration configuration) {
            james.configure(configuration);
            fetch.configure(configuration);
        }

        private ImapProcessor of(ImapMessage message) {
            return message instanceof FetchRequest ? fetch : james;
        }
    }
}
