package fr.sceau.bench.directory;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How questions come.
 *
 * @param perSecond over all connections, whether or not the answers come; 0: each connection asks as soon as it was answered
 */
record Load(int connections, int perSecond) {
    /** One client alone, a crowd that types, and as much as the servers can answer. */
    static final List<Load> ALL = List.of(new Load(1, 0), new Load(8, 100), new Load(8, 0));

    boolean pauses() {
        return perSecond > 0;
    }

    /** Whether latencies are judged: those of a machine that is busy all the time are its throughput once more. */
    boolean isWaitedFor() {
        return connections == 1 || pauses();
    }

    String title() {
        return pauses() ? connections + ", " + perSecond + "/s" : String.valueOf(connections);
    }

    /** When a connection asks its n-th question, in nanoseconds since the first; the connections take turns. */
    long due(int connection, long question) {
        return (question * connections + connection) * TimeUnit.SECONDS.toNanos(1) / perSecond;
    }
}
