package fr.sceau.store.server;

import org.apache.james.mailbox.manager.IntegrationResources;
import org.apache.james.mailbox.manager.ManagerTestProvisionner;
import org.apache.james.mailbox.manager.QuotaMessageManagerContract;
import org.apache.james.mailbox.store.StoreMailboxManager;
import org.junit.jupiter.api.BeforeEach;

final class QuotaMessageManagerContractTest implements QuotaMessageManagerContract<StoreMailboxManager> {
    private final TestStore store = TestStore.open();
    private final ManagerTestProvisionner provisioner;

    QuotaMessageManagerContractTest() throws Exception {
        this.provisioner = new ManagerTestProvisionner(store);
    }

    @BeforeEach
    void createMailboxes() throws Exception {
        provisioner.createMailboxes();
    }

    @Override
    public IntegrationResources<StoreMailboxManager> getResources() {
        return store;
    }

    @Override
    public ManagerTestProvisionner getProvisionner() {
        return provisioner;
    }
}
