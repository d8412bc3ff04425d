package fr.sceau.store.quota;

import fr.sceau.store.TestPostgres;
import org.apache.james.mailbox.quota.MaxQuotaManager;
import org.apache.james.mailbox.store.quota.GenericMaxQuotaManagerTest;

final class MaxQuotaContractTest extends GenericMaxQuotaManagerTest {
    @Override
    protected MaxQuotaManager provideMaxQuotaManager() {
        return new JdbcMaxQuotas(TestPostgres.fresh());
    }
}
