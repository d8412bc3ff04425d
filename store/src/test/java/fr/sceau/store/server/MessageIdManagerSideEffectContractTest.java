package fr.sceau.store.server;

import java.util.Set;
import org.apache.james.events.EventBus;
import org.apache.james.mailbox.extension.PreDeletionHook;
import org.apache.james.mailbox.quota.QuotaManager;
import org.apache.james.mailbox.store.AbstractMessageIdManagerSideEffectTest;
import org.apache.james.mailbox.store.MessageIdManagerTestSystem;

final class MessageIdManagerSideEffectContractTest extends AbstractMessageIdManagerSideEffectTest {
    @Override
    protected MessageIdManagerTestSystem createTestSystem(
            QuotaManager quotas, EventBus events, Set<PreDeletionHook> hooks) {
        TestStore.Around around =
                TestStore.Around.usual().withQuotas(quotas).withEvents(events).withHooks(hooks);
        return MessageIdManagerStorageContractTest.system(new TestStore(around));
    }
}
