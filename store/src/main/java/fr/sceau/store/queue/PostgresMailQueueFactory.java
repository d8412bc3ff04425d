package fr.sceau.store.queue;

import fr.sceau.store.StoreException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueItemDecoratorFactory;
import org.apache.james.queue.api.MailQueueName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Schedulers;

/**
 * All queues of this server. At its start it takes over what an earlier run had in work: it must be the only one on its
 * database, which {@link ServerLock} holds. Twice a second it makes ready what is due, and lets the queues look for what an
 * operator has changed.
 */
public final class PostgresMailQueueFactory implements MailQueueFactory<PostgresMailQueue>, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(PostgresMailQueueFactory.class);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final int PATIENCE = 3;

    private final QueueServices services;
    private final Map<MailQueueName, PostgresMailQueue> queues = new ConcurrentHashMap<>();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "queue-tick");
        thread.setDaemon(true);
        return thread;
    });

    public PostgresMailQueueFactory(
            DataSource database,
            BooleanSupplier licence,
            MailQueueItemDecoratorFactory decorators,
            MetricFactory metrics,
            GaugeRegistry gauges) {
        services = new QueueServices(database, licence, decorators, metrics, gauges);
        int found = services.rows().takeOver(PATIENCE);
        if (found > 0) {
            LOGGER.info("{} mails were in work when the server ended; they are taken again", found);
        }
        ticks.scheduleWithFixedDelay(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
        ticks.scheduleWithFixedDelay(this::lookForUnread, 2, 60, TimeUnit.MINUTES);
    }

    /** Mail for a gateway that is no longer in the configuration, for example. */
    private void lookForUnread() {
        try {
            unread().forEach((queue, mails) -> LOGGER.error(
                    "ALERT {} mails wait in queue {}, which nobody reads: sceau queue retry --from-start",
                    mails,
                    queue));
        } catch (StoreException e) {
            LOGGER.debug("no look for queues that nobody reads: {}", e.getMessage());
        }
    }

    /** Queues that hold mail and that nobody here takes mail from. */
    Map<String, Long> unread() {
        Map<String, Long> sizes = new HashMap<>(services.rows().sizes());
        queues.values().stream()
                .filter(PostgresMailQueue::isRead)
                .forEach(queue -> sizes.remove(queue.getName().asString()));
        return sizes;
    }

    private void tick() {
        try {
            services.rows().tick();
        } catch (StoreException e) {
            LOGGER.debug("no look at what is due: {}", e.getMessage()); // the queues say that the database is away
        }
        queues.values().forEach(PostgresMailQueue::wake);
    }

    @Override
    public Optional<PostgresMailQueue> getQueue(MailQueueName name, PrefetchCount count) {
        return Optional.ofNullable(queues.get(name));
    }

    /** {@code count} is how many mails the reader works on at once; those who only write do not say. */
    @Override
    public PostgresMailQueue createQueue(MailQueueName name, PrefetchCount count) {
        PostgresMailQueue queue = queues.computeIfAbsent(
                name, key -> new PostgresMailQueue(key, services, Schedulers.DEFAULT_BOUNDED_ELASTIC_SIZE));
        if (count.asInt() != MailQueueFactory.defaultPrefetchCount().asInt()) {
            queue.places(count.asInt());
        }
        return queue;
    }

    @Override
    public Set<MailQueueName> listCreatedMailQueues() {
        return Set.copyOf(queues.keySet());
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        queues.values().forEach(PostgresMailQueue::end);
        services.settlements().close();
    }
}
