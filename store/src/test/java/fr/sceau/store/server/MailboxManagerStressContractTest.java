package fr.sceau.store.server;

import org.apache.james.events.EventBus;
import org.apache.james.mailbox.MailboxManagerStressContract;

final class MailboxManagerStressContractTest implements MailboxManagerStressContract<SceauMailboxManager> {
    private final TestStore store = TestStore.open();

    @Override
    public SceauMailboxManager getManager() {
        return store.getMailboxManager();
    }

    @Override
    public EventBus retrieveEventBus() {
        return store.events();
    }
}
