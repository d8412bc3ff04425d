package fr.sceau.store.queue;

import fr.sceau.store.TestPostgres;
import org.apache.james.queue.api.DelayedManageableMailQueueContract;
import org.apache.james.queue.api.DelayedPriorityMailQueueContract;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueMetricContract;
import org.apache.james.queue.api.MailQueueMetricExtension;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.ManageableMailQueue;
import org.apache.james.queue.api.PriorityManageableMailQueueContract;
import org.apache.james.queue.api.RawMailQueueItemDecoratorFactory;
import org.apache.mailet.Attribute;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** James' contracts for a queue. */
final class QueueContractTest
        implements DelayedManageableMailQueueContract,
                DelayedPriorityMailQueueContract,
                PriorityManageableMailQueueContract,
                MailQueueMetricContract {
    @SuppressWarnings("NullAway.Init")
    private PostgresMailQueueFactory factory;

    @SuppressWarnings("NullAway.Init")
    private PostgresMailQueue queue;

    @BeforeEach
    void open(MailQueueMetricExtension.MailQueueMetricTestSystem system) {
        factory = new PostgresMailQueueFactory(
                TestPostgres.fresh(),
                () -> true,
                new RawMailQueueItemDecoratorFactory(),
                system.getMetricFactory(),
                system.getSpyGaugeRegistry());
        queue = factory.createQueue(MailQueueName.of("contract"));
    }

    @AfterEach
    void close() {
        factory.close();
    }

    @Override
    public MailQueue getMailQueue() {
        return queue;
    }

    @Override
    public ManageableMailQueue getManageableMailQueue() {
        return queue;
    }

    @Override
    public Attribute mailPriority(Integer priority) {
        return PriorityManageableMailQueueContract.super.mailPriority(priority);
    }
}
