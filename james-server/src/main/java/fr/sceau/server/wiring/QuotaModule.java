package fr.sceau.server.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import fr.sceau.server.shared.OwnQuotaRoots;
import fr.sceau.store.quota.CountedQuotas;
import fr.sceau.store.quota.JdbcMaxQuotas;
import org.apache.james.mailbox.quota.CurrentQuotaManager;
import org.apache.james.mailbox.quota.MaxQuotaManager;
import org.apache.james.mailbox.quota.QuotaManager;
import org.apache.james.mailbox.quota.QuotaRootDeserializer;
import org.apache.james.mailbox.quota.QuotaRootResolver;
import org.apache.james.mailbox.quota.UserQuotaRootResolver;
import org.apache.james.mailbox.store.quota.DefaultUserQuotaRootResolver;
import org.apache.james.mailbox.store.quota.NoQuotaUpdater;
import org.apache.james.mailbox.store.quota.QuotaUpdater;
import org.apache.james.mailbox.store.quota.StoreQuotaManager;

/** What each person holds is the sum of what her mailboxes count; nothing listens to keep a second count. */
final class QuotaModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(DefaultUserQuotaRootResolver.class).to(OwnQuotaRoots.class);
        bind(UserQuotaRootResolver.class).to(DefaultUserQuotaRootResolver.class);
        bind(QuotaRootResolver.class).to(DefaultUserQuotaRootResolver.class);
        bind(QuotaRootDeserializer.class).to(DefaultUserQuotaRootResolver.class);
        bind(MaxQuotaManager.class).to(JdbcMaxQuotas.class).in(Scopes.SINGLETON);
        bind(QuotaManager.class).to(StoreQuotaManager.class).in(Scopes.SINGLETON);
        bind(CurrentQuotaManager.class).to(CountedQuotas.class).in(Scopes.SINGLETON);
        bind(QuotaUpdater.class).to(NoQuotaUpdater.class);
    }
}
