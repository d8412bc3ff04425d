package fr.sceau.store.server;

import fr.sceau.store.LeftOut;
import org.apache.james.events.EventBus;
import org.apache.james.mailbox.MailboxManagerTest;
import org.apache.james.mailbox.SubscriptionManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeftOut.Condition.class)
@LeftOut("addingMessageShouldFireQuotaUpdateEvent") // nothing here listens to events to count
final class MailboxManagerContractTest extends MailboxManagerTest<SceauMailboxManager> {
    private @Nullable TestStore store;

    @Override
    protected SceauMailboxManager provideMailboxManager() {
        return store().getMailboxManager();
    }

    @Override
    protected SubscriptionManager provideSubscriptionManager() {
        return store().subscriptions();
    }

    @Override
    protected EventBus retrieveEventBus(SceauMailboxManager manager) {
        return manager.getEventBus();
    }

    private TestStore store() {
        if (store == null) {
            store = new TestStore(
                    TestStore.Around.usual().withHooks(preDeletionHooks()).withAnnotationLimits(3, 30));
        }
        return store;
    }
}
