package fr.sceau.store.queue;

import fr.sceau.store.StoreException;
import fr.sceau.store.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One mail server for each database: an advisory lock of PostgreSQL, which ends with its connection and therefore with this
 * process, however that ends. While the lock is lost nobody here takes mail; when another server has it, this one has to
 * end.
 */
public final class ServerLock implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ServerLock.class);
    private static final long NUMBER = 0x5343454155L; // "SCEAU"

    /** A row for each server that holds the lock of this database. */
    static final String HOLDERS = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = "
            + (NUMBER >>> Integer.SIZE) + " AND objid = " + (NUMBER & 0xffffffffL)
            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(10);
    private static final Duration PATIENCE_WHEN_LOST = Duration.ofSeconds(40);
    private static final int ANSWER_SECONDS = 5;

    private final DataSource database;
    private final Runnable taken;
    private final Duration patienceWhenLost;
    private final Thread watch = new Thread(this::watch, "server-lock");
    private volatile @Nullable Connection held;
    private volatile boolean closed;

    private ServerLock(DataSource database, Runnable taken, Duration patienceWhenLost) {
        this.database = database;
        this.taken = taken;
        this.patienceWhenLost = patienceWhenLost;
    }

    /**
     * Waits a moment for a server that is ending; {@code taken} runs, once, when another server has the lock while we still
     * believe to be the one.
     */
    public static ServerLock acquire(DataSource database, Runnable taken) {
        return acquire(database, taken, PATIENCE_AT_START);
    }

    static ServerLock acquire(DataSource database, Runnable taken, Duration patience) {
        return acquire(database, taken, patience, PATIENCE_WHEN_LOST);
    }

    static ServerLock acquire(DataSource database, Runnable taken, Duration patience, Duration patienceWhenLost) {
        ServerLock lock = new ServerLock(database, taken, patienceWhenLost);
        if (!lock.tryFor(patience)) {
            throw StoreException.permanent("Un autre serveur de messagerie travaille déjà sur cette base."
                    + " Arrêtez-le d'abord, ou donnez à celui-ci une base à lui.");
        }
        lock.watch.setDaemon(true);
        lock.watch.start();
        return lock;
    }

    /** Whether this server is the one. */
    public boolean isHeld() {
        return held != null;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watch);
        release();
    }

    /** False when somebody else has held it all the time. */
    private boolean tryFor(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!take()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return true;
    }

    private boolean take() {
        Connection connection = null;
        try {
            connection = database.getConnection();
            if (lock(connection)) {
                held = connection;
                return true;
            }
            connection.close();
            return false;
        } catch (SQLException e) {
            quietlyEnd(connection);
            throw StoreException.of(e);
        }
    }

    /** A machine that is cut off must not hold the lock for hours: PostgreSQL asks after it. */
    private static boolean lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3");
        }
        return Sql.query(connection, "SELECT pg_try_advisory_lock(?)", row -> row.getBoolean(1), NUMBER)
                .contains(true);
    }

    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(LOOK.toNanos());
            Connection connection = held;
            if (!closed && connection != null && !answers(connection)) {
                release();
                LOGGER.warn("connection of the server lock lost; no mail is taken until it is back");
                recover();
            }
        }
    }

    private void recover() {
        while (!closed) {
            try {
                if (tryFor(patienceWhenLost)) {
                    LOGGER.info("server lock is back");
                    return;
                }
                LOGGER.error("ALERT another mail server works on this database");
                closed = true;
                taken.run();
            } catch (StoreException e) {
                LockSupport.parkNanos(LOOK.toNanos()); // no database, no other server
            }
        }
    }

    private void release() {
        Connection connection = held;
        held = null;
        quietlyEnd(connection);
    }

    private static boolean answers(Connection connection) {
        try {
            return connection.isValid(ANSWER_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Never back into the pool: whoever got it next would hold the lock. */
    private static void quietlyEnd(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
                connection.close();
            }
        } catch (SQLException e) {
            LOGGER.debug("connection of the server lock does not close: {}", e.getSQLState());
        }
    }
}
