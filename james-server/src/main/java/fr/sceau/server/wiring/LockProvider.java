package fr.sceau.server.wiring;

import fr.sceau.store.queue.ServerLock;
import javax.inject.Inject;
import javax.inject.Provider;
import javax.sql.DataSource;

/** Acquires the server lock; this process ends when another server has taken it. */
final class LockProvider implements Provider<ServerLock> {
    private final DataSource database;

    @Inject
    LockProvider(DataSource database) {
        this.database = database;
    }

    @Override
    public ServerLock get() {
        return ServerLock.acquire(database, () -> System.exit(1));
    }
}
