package fr.sceau.store.queue;

import javax.sql.DataSource;
import org.apache.james.metrics.api.NoopGaugeRegistry;
import org.apache.james.metrics.tests.RecordingMetricFactory;
import org.apache.james.queue.api.RawMailQueueItemDecoratorFactory;

/** Queues for tests. */
final class TestQueues {
    private TestQueues() {}

    static PostgresMailQueueFactory on(DataSource database) {
        return new PostgresMailQueueFactory(
                database,
                () -> true,
                new RawMailQueueItemDecoratorFactory(),
                new RecordingMetricFactory(),
                new NoopGaugeRegistry());
    }
}
