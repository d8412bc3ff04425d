package fr.sceau.server.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import fr.sceau.store.queue.PostgresMailQueueFactory;
import fr.sceau.store.queue.ServerLock;
import javax.sql.DataSource;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueItemDecoratorFactory;
import org.apache.james.queue.api.ManageableMailQueue;

/** The queue in PostgreSQL, and the lock without which no mail is taken. */
final class QueueModule extends AbstractModule {
    @Override
    protected void configure() {
        // Before anything listens: a second server on one database ends here.
        bind(ServerLock.class).toProvider(LockProvider.class).asEagerSingleton();
    }

    @Provides
    @Singleton
    PostgresMailQueueFactory factory(
            DataSource database,
            ServerLock lock,
            MailQueueItemDecoratorFactory decorators,
            MetricFactory metrics,
            GaugeRegistry gauges) {
        return new PostgresMailQueueFactory(database, lock::isHeld, decorators, metrics, gauges);
    }

    @Provides
    @Singleton
    MailQueueFactory<? extends ManageableMailQueue> manageable(PostgresMailQueueFactory factory) {
        return factory;
    }

    @Provides
    @Singleton
    MailQueueFactory<? extends MailQueue> plain(PostgresMailQueueFactory factory) {
        return factory;
    }

    @Provides
    @Singleton
    MailQueueFactory<?> any(PostgresMailQueueFactory factory) {
        return factory;
    }
}
