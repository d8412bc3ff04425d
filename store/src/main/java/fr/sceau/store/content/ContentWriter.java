package fr.sceau.store.content;

import fr.sceau.store.database.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes one content: the header in its row, the body in rows of {@link #CHUNK} octets, a few of them at a time. */
final class ContentWriter {
    static final int CHUNK = 64 * 1024;
    /** A longer header goes on in the body: no message decides how much memory it takes. */
    static final int LONGEST_HEADER = 512 * 1024;

    private static final int CHUNKS_A_TRIP = 8;
    private static final String CONTENT =
            "INSERT INTO content (id, octets, header, summary) VALUES (?, ?, ?, ?)" + " ON CONFLICT (id) DO NOTHING";
    private static final String CHUNKS = "INSERT INTO content_chunk (content_id, number, octets) VALUES (?, ?, ?)";
    private static final String BOTH = "WITH whole AS (" + CONTENT
            + " RETURNING id) INSERT INTO content_chunk (content_id, number, octets)" + " SELECT id, 0, ? FROM whole";

    private final Connection connection;
    private final UUID id;
    private final long size;
    private final byte @Nullable [] summary;
    private long written;

    ContentWriter(Connection connection, UUID id, long size, Optional<byte[]> summary) {
        this.connection = connection;
        this.id = id;
        this.size = size;
        this.summary = summary.orElse(null);
    }

    void write(InputStream in, OptionalLong headerOctets) throws SQLException, IOException {
        HeaderCut cut = HeaderCut.read(in, headerOctets);
        ChunkReader chunks = new ChunkReader(cut.rest(), in);
        byte[] header = cut.header();
        byte[] first = chunks.next();
        written = header.length + first.length;
        if (first.length == 0) {
            Sql.update(connection, CONTENT, id, size, header, summary);
        } else if (first.length < CHUNK) {
            Sql.update(connection, BOTH, id, size, header, summary, first);
        } else if (Sql.update(connection, CONTENT, id, size, header, summary) > 0) {
            writeChunks(first, chunks);
        } else {
            return; // the same content, written before
        }
        if (written != size) {
            throw new IOException("Le message annoncé de " + size + " octets en a " + written);
        }
    }

    private void writeChunks(byte[] first, ChunkReader chunks) throws SQLException, IOException {
        int number = 0;
        List<@Nullable Object[]> trip = new ArrayList<>();
        for (byte[] chunk = first; chunk.length > 0; chunk = chunks.next()) {
            trip.add(new Object[] {id, number, chunk});
            written += number == 0 ? 0 : chunk.length;
            number++;
            if (trip.size() == CHUNKS_A_TRIP) {
                Sql.batch(connection, CHUNKS, trip);
                trip.clear();
            }
        }
        if (!trip.isEmpty()) {
            Sql.batch(connection, CHUNKS, trip);
        }
    }
}
