package fr.sceau.server.queue;

import fr.sceau.server.ServerConfiguration;
import fr.sceau.server.ServerException;
import java.nio.file.Path;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import javax.inject.Singleton;
import javax.jms.ConnectionFactory;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.ActiveMQPrefetchPolicy;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;

/**
 * The message broker inside this process. It opens no port (James' own embedded broker listens on a loopback TCP port
 * without asking who comes) and answers a producer only once its journal is on disk.
 */
@Singleton
public final class QueueBroker {
    private static final String NAME = "sceau";
    private static final long MEMORY_BYTES = 96L * 1024 * 1024;

    private final BrokerService broker = new BrokerService();
    private final Path folder;

    @Inject
    public QueueBroker(ServerConfiguration configuration) {
        folder = configuration.home().resolve("james/queue");
        try {
            broker.setBrokerName(NAME);
            broker.setUseJmx(false);
            broker.setUseShutdownHook(false);
            broker.setSchedulerSupport(false);
            broker.setDataDirectoryFile(folder.toFile());
            broker.setPersistenceAdapter(journal(folder));
            broker.getSystemUsage().getMemoryUsage().setLimit(MEMORY_BYTES);
            broker.start();
            broker.waitUntilStarted();
        } catch (Exception e) { // BrokerService declares no narrower type
            throw new ServerException("La file d'attente ne s'ouvre pas : " + folder, e);
        }
    }

    /** Connections inside this process. */
    public ConnectionFactory connections() {
        ActiveMQPrefetchPolicy oneByOne = new ActiveMQPrefetchPolicy();
        oneByOne.setAll(0);
        ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory("vm://" + NAME + "?create=false");
        connections.setTrustAllPackages(false);
        connections.setPrefetchPolicy(oneByOne);
        connections.setBlobTransferPolicy(new DurableBlobs(folder.resolve("mail")));
        return connections;
    }

    @PreDestroy
    void stop() throws Exception {
        broker.stop();
    }

    private static KahaDBPersistenceAdapter journal(Path folder) {
        KahaDBPersistenceAdapter journal = new KahaDBPersistenceAdapter();
        journal.setDirectory(folder.resolve("journal").toFile());
        journal.setJournalDiskSyncStrategy("ALWAYS");
        journal.setIgnoreMissingJournalfiles(false);
        return journal;
    }
}
