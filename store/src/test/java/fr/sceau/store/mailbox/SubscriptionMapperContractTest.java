package fr.sceau.store.mailbox;

import fr.sceau.store.TestPostgres;
import org.apache.james.mailbox.store.user.SubscriptionMapper;
import org.apache.james.mailbox.store.user.SubscriptionMapperTest;

final class SubscriptionMapperContractTest extends SubscriptionMapperTest {
    @Override
    protected SubscriptionMapper createSubscriptionMapper() {
        return new JdbcSubscriptionMapper(TestPostgres.fresh());
    }
}
