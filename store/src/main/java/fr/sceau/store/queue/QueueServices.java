package fr.sceau.store.queue;

import fr.sceau.store.content.Contents;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.apache.james.queue.api.MailQueueItemDecoratorFactory;
import org.apache.james.queue.api.MailQueueName;

/**
 * What the queues of one server share.
 *
 * @param run names this run of the server in the rows that it works on
 * @param licence whether this server may take mail now
 */
record QueueServices(
        QueueRows rows,
        Contents contents,
        Settlements settlements,
        UUID run,
        BooleanSupplier licence,
        MailQueueItemDecoratorFactory decorators,
        MetricFactory metricFactory,
        GaugeRegistry gauges) {
    QueueServices(
            DataSource database,
            BooleanSupplier licence,
            MailQueueItemDecoratorFactory decorators,
            MetricFactory metricFactory,
            GaugeRegistry gauges) {
        this(
                new QueueRows(database),
                new Contents(database),
                new Settlements(),
                UUID.randomUUID(),
                licence,
                decorators,
                metricFactory,
                gauges);
    }

    boolean allowed() {
        return licence.getAsBoolean();
    }

    MailQueueItem decorate(MailQueueItem item, MailQueueName name) {
        return decorators.decorate(item, name);
    }

    QueueMetrics metrics(MailQueueName name, QueueMetrics.Size size) {
        return new QueueMetrics(name, metricFactory, gauges, size);
    }
}
