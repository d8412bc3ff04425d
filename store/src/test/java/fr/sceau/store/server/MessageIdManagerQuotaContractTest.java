package fr.sceau.store.server;

import fr.sceau.store.quota.CountedQuotas;
import org.apache.james.mailbox.quota.CurrentQuotaManager;
import org.apache.james.mailbox.quota.MaxQuotaManager;
import org.apache.james.mailbox.quota.QuotaManager;
import org.apache.james.mailbox.store.AbstractMessageIdManagerQuotaTest;
import org.apache.james.mailbox.store.MessageIdManagerTestSystem;

final class MessageIdManagerQuotaContractTest extends AbstractMessageIdManagerQuotaTest {
    private final TestStore store = TestStore.open();

    @Override
    protected MessageIdManagerTestSystem createTestSystem(QuotaManager quotas, CurrentQuotaManager used) {
        return MessageIdManagerStorageContractTest.system(store);
    }

    @Override
    protected MaxQuotaManager createMaxQuotaManager() {
        return store.getMaxQuotaManager();
    }

    @Override
    protected CurrentQuotaManager createCurrentQuotaManager() {
        return new CountedQuotas(store.database());
    }

    @Override
    protected QuotaManager createQuotaManager(MaxQuotaManager limits, CurrentQuotaManager used) {
        return store.getQuotaManager();
    }
}
