package fr.sceau.store.queue;

import fr.sceau.store.TestPostgres;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueFactoryContract;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.ManageableMailQueueFactoryContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** James' contracts for a factory of queues. */
final class QueueFactoryContractTest
        implements MailQueueFactoryContract<PostgresMailQueue>, ManageableMailQueueFactoryContract<PostgresMailQueue> {
    static final MailQueueName NAME_1 = MailQueueFactoryContract.NAME_1;

    @SuppressWarnings("NullAway.Init")
    private PostgresMailQueueFactory factory;

    @BeforeEach
    void open() {
        factory = TestQueues.on(TestPostgres.fresh());
    }

    @AfterEach
    void close() {
        factory.close();
    }

    @Override
    public MailQueueFactory<PostgresMailQueue> getMailQueueFactory() {
        return factory;
    }
}
