package fr.sceau.store.content;

import fr.sceau.store.database.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;

/** Writes, reads and forgets the octets of messages. */
public final class Contents {
    private static final int SWEEP = 2000;
    private static final UUID LOWEST = new UUID(0, 0);
    private static final String WITH_QUEUE_ROW = Releases.withRow("queue_mail");

    private final Sql sql;

    public Contents(DataSource database) {
        this.sql = new Sql(database);
    }

    /** A new identifier; those of this process are ordered by time. */
    public static UUID newId() {
        return TimeOrderedIds.next();
    }

    /** Writes header, chunks and (when given) summary inside the caller's transaction. */
    public static void write(Connection c, UUID id, OctetSource octets, Optional<byte[]> summary)
            throws SQLException, IOException {
        write(c, id, octets, OptionalLong.empty(), summary);
    }

    /** The same, where somebody else has said how long the header is. */
    public static void write(
            Connection c, UUID id, OctetSource octets, OptionalLong headerOctets, Optional<byte[]> summary)
            throws SQLException, IOException {
        try (InputStream in = octets.open()) {
            new ContentWriter(c, id, octets.size(), summary).write(in, headerOctets);
        }
    }

    /** The whole message, lazily by chunk; holds no connection between chunks. */
    public InputStream open(UUID id) {
        return ContentStream.ofAll(sql, id);
    }

    /** What follows the header, in the same way. */
    public InputStream openBody(UUID id) {
        return openBody(id, 0);
    }

    /** What follows the header from that octet on; chunks before it are not read. */
    public InputStream openBody(UUID id, long from) {
        return ContentStream.ofBody(sql, id, from);
    }

    /** The header up to and including the empty line. */
    public Optional<byte[]> header(UUID id) {
        return sql.first("SELECT header FROM content WHERE id = ?", row -> row.getBytes(1), id);
    }

    /**
     * Deletes those of the contents that nothing refers to any more. A transaction that gives one of them a new holder
     * at the same time has a lock on it: it is waited for, and the content stays.
     */
    public static void release(Connection c, Collection<UUID> ids) throws SQLException {
        Releases.release(c, ids);
    }

    /**
     * Deletes a row of {@code queue_mail} and its content, unless something else refers to it, in one round trip. A crash
     * between the two steps that a shared content takes leaves it to {@link #sweep}.
     *
     * @throws fr.sceau.store.StoreException when nothing was deleted, or when it is not known whether it was; to be repeated
     */
    public static void releaseWithQueueRow(Sql sql, long id) {
        List<UUID> shared = sql.query(WITH_QUEUE_ROW, row -> row.getObject(1, UUID.class), id);
        if (!shared.isEmpty()) {
            sql.<Integer, RuntimeException>transaction(c -> Releases.release(c, shared));
        }
    }

    /** Deletes contents older than that which nothing refers to: what a crash between two transactions left. */
    public int sweep(Instant before) {
        return sweep(before, SWEEP);
    }

    /** One pass through all contents in the order of their ids, so many at a time. */
    int sweep(Instant before, int page) {
        int all = 0;
        Optional<Looked> looked = look(LOWEST, before, page);
        while (looked.isPresent()) {
            List<UUID> orphans = looked.get().orphans();
            all += sql.<Integer, RuntimeException>transaction(c -> Releases.release(c, orphans));
            looked = look(looked.get().last(), before, page);
        }
        sql.update(Releases.LONE_ATTACHMENTS, TimeOrderedIds.floor(before.toEpochMilli()));
        return all;
    }

    private Optional<Looked> look(UUID after, Instant before, int page) {
        return sql.first(
                Releases.ORPHANS,
                row -> new Looked(row.getObject(1, UUID.class), List.of((UUID[])
                        row.getArray(2).getArray())),
                after,
                before,
                page);
    }

    private record Looked(UUID last, List<UUID> orphans) {}
}
