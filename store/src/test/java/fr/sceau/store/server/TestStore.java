package fr.sceau.store.server;

import fr.sceau.store.TestPostgres;
import fr.sceau.store.content.ContentId;
import fr.sceau.store.delivery.WatchedBus;
import fr.sceau.store.quota.CountedQuotas;
import fr.sceau.store.quota.JdbcMaxQuotas;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.james.events.EventBus;
import org.apache.james.events.EventBusTestFixture;
import org.apache.james.events.MemoryEventDeadLetters;
import org.apache.james.events.delivery.InVmEventDelivery;
import org.apache.james.mailbox.Authenticator;
import org.apache.james.mailbox.Authorizator;
import org.apache.james.mailbox.SubscriptionManager;
import org.apache.james.mailbox.extension.PreDeletionHook;
import org.apache.james.mailbox.manager.IntegrationResources;
import org.apache.james.mailbox.manager.ManagerTestProvisionner;
import org.apache.james.mailbox.quota.QuotaManager;
import org.apache.james.mailbox.store.FakeAuthenticator;
import org.apache.james.mailbox.store.FakeAuthorizator;
import org.apache.james.mailbox.store.JVMMailboxPathLocker;
import org.apache.james.mailbox.store.MailboxManagerConfiguration;
import org.apache.james.mailbox.store.PreDeletionHooks;
import org.apache.james.mailbox.store.SessionProviderImpl;
import org.apache.james.mailbox.store.StoreAttachmentManager;
import org.apache.james.mailbox.store.StoreMailboxAnnotationManager;
import org.apache.james.mailbox.store.StoreMailboxManager;
import org.apache.james.mailbox.store.StoreMessageIdManager;
import org.apache.james.mailbox.store.StoreRightManager;
import org.apache.james.mailbox.store.StoreSubscriptionManager;
import org.apache.james.mailbox.store.event.MailboxAnnotationListener;
import org.apache.james.mailbox.store.extractor.DefaultTextExtractor;
import org.apache.james.mailbox.store.mail.NaiveThreadIdGuessingAlgorithm;
import org.apache.james.mailbox.store.quota.DefaultUserQuotaRootResolver;
import org.apache.james.mailbox.store.quota.QuotaComponents;
import org.apache.james.mailbox.store.quota.StoreQuotaManager;
import org.apache.james.mailbox.store.search.MessageSearchIndex;
import org.apache.james.mailbox.store.search.SimpleMessageSearchIndex;
import org.apache.james.metrics.tests.RecordingMetricFactory;
import org.apache.james.utils.UpdatableTickingClock;

/** The store with all of James around it that the mail server puts there. */
public final class TestStore implements IntegrationResources<StoreMailboxManager> {
    private final DataSource database;
    private final EventBus events;
    private final StoreMapperFactory mappers;
    private final SceauMailboxManager mailboxes;
    private final StoreMessageIdManager messageIds;
    private final DefaultUserQuotaRootResolver quotaRoots;
    private final JdbcMaxQuotas limits;
    private final QuotaManager quotas;

    /** On an empty database. */
    public TestStore(Around around) {
        this(TestPostgres.fresh(), around);
    }

    /** On a database that is there, as a second node would be. */
    public TestStore(DataSource database, Around around) {
        this.database = database;
        limits = new JdbcMaxQuotas(database);
        Clock clock = new UpdatableTickingClock(Instant.now());
        events = around.events();
        mappers = new StoreMapperFactory(database, clock);
        SessionProviderImpl sessions = new SessionProviderImpl(around.authenticator(), around.authorizator());
        quotaRoots = new DefaultUserQuotaRootResolver(sessions, mappers);
        quotas = around.quotas().orElseGet(() -> new StoreQuotaManager(new CountedQuotas(database), limits));
        StoreRightManager rights = new StoreRightManager(mappers, new RightsWithoutGroups(), events);
        PreDeletionHooks hooks = new PreDeletionHooks(around.hooks(), new RecordingMetricFactory());
        messageIds = new StoreMessageIdManager(rights, mappers, events, quotas, quotaRoots, hooks);
        mailboxes = new SceauMailboxManager(
                database,
                mappers,
                sessions,
                new JVMMailboxPathLocker(),
                new ContentId.Factory(),
                new StoreMailboxAnnotationManager(mappers, rights, around.annotations(), around.annotationOctets()),
                events,
                rights,
                new QuotaComponents(limits, quotas, quotaRoots),
                index(),
                MailboxManagerConfiguration.DEFAULT,
                hooks,
                new NaiveThreadIdGuessingAlgorithm(),
                clock);
        events.register(new MailboxAnnotationListener(mappers, sessions));
    }

    public static TestStore open() {
        return new TestStore(Around.usual());
    }

    public static WatchedBus newEventBus() {
        return new WatchedBus(
                new InVmEventDelivery(new RecordingMetricFactory()),
                EventBusTestFixture.RETRY_BACKOFF_CONFIGURATION,
                new MemoryEventDeadLetters());
    }

    private MessageSearchIndex index() {
        return new SimpleMessageSearchIndex(
                mappers, mappers, new DefaultTextExtractor(), new StoreAttachmentManager(mappers, messageIds));
    }

    public DataSource database() {
        return database;
    }

    public EventBus events() {
        return events;
    }

    public StoreMapperFactory mappers() {
        return mappers;
    }

    public StoreMessageIdManager messageIds() {
        return messageIds;
    }

    public SubscriptionManager subscriptions() {
        return new StoreSubscriptionManager(mappers, mappers, events);
    }

    @Override
    public SceauMailboxManager getMailboxManager() {
        return mailboxes;
    }

    @Override
    public QuotaManager getQuotaManager() {
        return quotas;
    }

    @Override
    public JdbcMaxQuotas getMaxQuotaManager() {
        return limits;
    }

    @Override
    public DefaultUserQuotaRootResolver getQuotaRootResolver() {
        return quotaRoots;
    }

    /** What a contract brings of its own. */
    public record Around(
            Authenticator authenticator,
            Authorizator authorizator,
            EventBus events,
            Set<PreDeletionHook> hooks,
            Optional<QuotaManager> quotas,
            int annotations,
            int annotationOctets) {
        public static Around usual() {
            FakeAuthenticator people = new FakeAuthenticator();
            people.addUser(ManagerTestProvisionner.USER, ManagerTestProvisionner.USER_PASS);
            people.addUser(ManagerTestProvisionner.OTHER_USER, ManagerTestProvisionner.OTHER_USER_PASS);
            return new Around(
                    people, FakeAuthorizator.defaultReject(), newEventBus(), Set.of(), Optional.empty(), 10, 1024);
        }

        public Around withLogin(Authenticator by, Authorizator allowedBy) {
            return new Around(by, allowedBy, events, hooks, quotas, annotations, annotationOctets);
        }

        public Around withEvents(EventBus bus) {
            return new Around(authenticator, authorizator, bus, hooks, quotas, annotations, annotationOctets);
        }

        public Around withHooks(Set<PreDeletionHook> all) {
            return new Around(authenticator, authorizator, events, all, quotas, annotations, annotationOctets);
        }

        public Around withQuotas(QuotaManager manager) {
            return new Around(
                    authenticator, authorizator, events, hooks, Optional.of(manager), annotations, annotationOctets);
        }

        public Around withAnnotationLimits(int count, int octets) {
            return new Around(authenticator, authorizator, events, hooks, quotas, count, octets);
        }
    }
}
