package fr.sceau.store.queue;

import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.metrics.api.Metric;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.metrics.api.TimeMetric;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueName;

/** What is counted and timed of one queue, under the names that James gives. */
final class QueueMetrics {
    private final MetricFactory factory;
    private final String timer;
    private final Metric enqueued;
    private final Metric dequeued;

    QueueMetrics(MailQueueName name, MetricFactory factory, GaugeRegistry gauges, Size size) {
        this.factory = factory;
        this.timer = MailQueue.ENQUEUED_TIMER_METRIC_NAME_PREFIX + name.asString();
        this.enqueued = factory.generate(MailQueue.ENQUEUED_METRIC_NAME_PREFIX + name.asString());
        this.dequeued = factory.generate(MailQueue.DEQUEUED_METRIC_NAME_PREFIX + name.asString());
        gauges.register(MailQueue.QUEUE_SIZE_METRIC_NAME_PREFIX + name.asString(), size::get);
    }

    Time enqueuing() {
        TimeMetric time = factory.timer(timer);
        return time::stopAndPublish;
    }

    void enqueued() {
        enqueued.increment();
    }

    void dequeued() {
        dequeued.increment();
    }

    interface Size {
        long get();
    }

    /** Runs until it is closed. */
    interface Time extends AutoCloseable {
        @Override
        void close();
    }
}
