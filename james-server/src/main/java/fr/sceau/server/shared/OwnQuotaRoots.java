package fr.sceau.server.shared;

import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.SessionProvider;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.store.MailboxSessionMapperFactory;
import org.apache.james.mailbox.store.quota.DefaultUserQuotaRootResolver;
import reactor.core.publisher.Flux;

/**
 * Quota roots whose mailboxes only their owner and the server itself are told. James' GETQUOTA answers whoever may read one of
 * the mailboxes: how full a whole box is is not for somebody who was given one folder of it.
 */
@Singleton
public final class OwnQuotaRoots extends DefaultUserQuotaRootResolver {
    @Inject
    public OwnQuotaRoots(SessionProvider sessions, MailboxSessionMapperFactory mappers) {
        super(sessions, mappers);
    }

    @Override
    protected Flux<Mailbox> retrieveAssociatedMailboxes(MailboxSession session, String namespace, String user) {
        boolean own = session.getUser().asString().equals(user);
        boolean internal = session.getType() == MailboxSession.SessionType.System;
        return own || internal ? super.retrieveAssociatedMailboxes(session, namespace, user) : Flux.empty();
    }
}
