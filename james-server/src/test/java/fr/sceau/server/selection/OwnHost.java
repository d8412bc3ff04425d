package fr.sceau.server.selection;

import fr.sceau.server.fetch.FetchedDialogue;
import fr.sceau.server.fetch.SummaryFetchProcessor;
import fr.sceau.store.imap.StoreHost;
import fr.sceau.store.message.MailboxChanges;
import fr.sceau.store.server.TestStore;
import java.util.Map;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.encode.ImapEncoder;
import org.apache.james.imap.message.request.CloseRequest;
import org.apache.james.imap.message.request.CopyRequest;
import org.apache.james.imap.message.request.ExamineRequest;
import org.apache.james.imap.message.request.ExpungeRequest;
import org.apache.james.imap.message.request.FetchRequest;
import org.apache.james.imap.message.request.IdleRequest;
import org.apache.james.imap.message.request.MoveRequest;
import org.apache.james.imap.message.request.SelectRequest;
import org.apache.james.imap.message.request.StoreRequest;
import org.apache.james.imap.message.response.UnpooledStatusResponseFactory;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.metrics.logger.DefaultMetricFactory;
import reactor.core.publisher.Mono;

/** James' IMAP on an empty store, but for what is ours. */
final class OwnHost extends StoreHost {
    @Override
    protected ImapEncoder encoder(ImapEncoder james) {
        ImapEncoder fetched = FetchedDialogue.encoder(james);
        Modified.Encoder modified = new Modified.Encoder();
        return (message, composer) -> {
            if (message instanceof Modified answer) {
                modified.encode(answer, composer);
            } else {
                fetched.encode(message, composer);
            }
        };
    }

    @Override
    protected ImapProcessor processor(ImapProcessor james, TestStore store) {
        MailboxManager mailboxes = store.getMailboxManager();
        StatusResponseFactory responses = new UnpooledStatusResponseFactory();
        MetricFactory metrics = new DefaultMetricFactory();
        MailboxChanges changes = new MailboxChanges(store.database());
        ImapEncoder none = (message, composer) -> {
            throw new IllegalStateException("There is no connection here");
        };
        Map<Class<?>, ImapProcessor> ours = Map.of(
                FetchRequest.class, new SummaryFetchProcessor(mailboxes, responses, metrics, changes),
                SelectRequest.class, new SelectProcessor(mailboxes, store.events(), changes, responses, metrics),
                ExamineRequest.class, new ExamineProcessor(mailboxes, store.events(), changes, responses, metrics),
                IdleRequest.class, new IdleProcessor(mailboxes, responses, metrics, none),
                CloseRequest.class, new CloseProcessor(mailboxes, responses, metrics),
                ExpungeRequest.class, new ExpungeProcessor(mailboxes, responses, metrics),
                CopyRequest.class, new CopyProcessor(mailboxes, responses, metrics),
                MoveRequest.class, new MoveProcessor(mailboxes, responses, metrics),
                StoreRequest.class, new StoreProcessor(mailboxes, responses, metrics));
        return new ViewedCommands(new Choice(james, ours));
    }

    private record Choice(ImapProcessor james, Map<Class<?>, ImapProcessor> ours) implements ImapProcessor {
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
            ours.values().forEach(each -> each.configure(configuration));
        }

        private ImapProcessor of(ImapMessage message) {
            return ours.getOrDefault(message.getClass(), james);
        }
    }
}
