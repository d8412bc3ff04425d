package fr.sceau.server.shared;

import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.events.EventBus;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.acl.MailboxACLResolver;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.apache.james.mailbox.store.MailboxSessionMapperFactory;
import org.apache.james.mailbox.store.StoreRightManager;

/** James' own rights below {@link SharedMailboxes}: what was checked there is not asked again here. */
@Singleton
public final class CheckedRights extends StoreRightManager {
    @Inject
    public CheckedRights(MailboxSessionMapperFactory mappers, MailboxACLResolver resolver, EventBus events) {
        super(mappers, resolver, events);
    }

    @Override
    public Rfc4314Rights myRights(Mailbox mailbox, MailboxSession session) {
        return Checked.is(session) ? MailboxACL.FULL_RIGHTS : super.myRights(mailbox, session);
    }
}
