package fr.sceau.server.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import fr.sceau.server.shared.CheckedRights;
import fr.sceau.server.shared.SharedList;
import fr.sceau.server.shared.SharedMailboxes;
import fr.sceau.server.shared.SharedNamespace;
import fr.sceau.server.shared.SharedSubscriptions;
import fr.sceau.store.server.RightsWithoutGroups;
import org.apache.james.imap.processor.ListProcessor;
import org.apache.james.imap.processor.NamespaceProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.SubscriptionManager;
import org.apache.james.mailbox.acl.MailboxACLResolver;
import org.apache.james.mailbox.store.StoreRightManager;
import org.apache.james.mailbox.store.StoreSubscriptionManager;

/** Puts the boxes of others between IMAP and the mailboxes; the mail flow keeps the manager that James names. */
final class SharedModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(MailboxACLResolver.class).to(RightsWithoutGroups.class).in(Scopes.SINGLETON);
        bind(StoreRightManager.class).to(CheckedRights.class);
        bind(StoreSubscriptionManager.class).in(Scopes.SINGLETON);
        bind(MailboxManager.class).to(SharedMailboxes.class);
        bind(SubscriptionManager.class).to(SharedSubscriptions.class);
        bind(NamespaceProcessor.class).to(SharedNamespace.class);
        bind(ListProcessor.class).to(SharedList.class);
    }
}
