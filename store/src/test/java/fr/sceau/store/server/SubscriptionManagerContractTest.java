package fr.sceau.store.server;

import org.apache.james.mailbox.SubscriptionManager;
import org.apache.james.mailbox.SubscriptionManagerContract;

final class SubscriptionManagerContractTest implements SubscriptionManagerContract {
    private final TestStore store = TestStore.open();

    @Override
    public SubscriptionManager getSubscriptionManager() {
        return store.subscriptions();
    }
}
