package fr.sceau.store.content;

import fr.sceau.store.database.Sql;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Reads a content a few chunks at a time; between two times it holds no connection. One thread at a time. */
final class ContentStream extends InputStream {
    private static final int CHUNKS_A_TRIP = 4;
    /** What a short message is, in one trip. */
    private static final String BEGINNING =
            "SELECT c.octets - octet_length(c.header), c.header, b.octets FROM content c"
                    + " LEFT JOIN content_chunk b ON b.content_id = c.id AND b.number = 0 WHERE c.id = ?";

    private static final String LENGTHS = "SELECT octets - octet_length(header) FROM content WHERE id = ?";
    private static final String CHUNKS =
            "SELECT octets FROM content_chunk WHERE content_id = ? AND number >= ?" + " AND number < ? ORDER BY number";

    private final Sql sql;
    private final UUID id;
    private final boolean withHeader;
    private List<byte[]> read = List.of();
    private int index;
    private int position;
    private int number;
    private long left = -1;
    private int skip;

    private ContentStream(Sql sql, UUID id, boolean withHeader, long from) {
        this.sql = sql;
        this.id = id;
        this.withHeader = withHeader;
        this.number = (int) (from / ContentWriter.CHUNK);
        this.skip = (int) (from % ContentWriter.CHUNK);
    }

    static ContentStream ofAll(Sql sql, UUID id) {
        return new ContentStream(sql, id, true, 0);
    }

    /** All chunks but the last are full, so the place of an octet is known. */
    static ContentStream ofBody(Sql sql, UUID id, long from) {
        return new ContentStream(sql, id, false, from);
    }

    @Override
    public int read() throws IOException {
        return more() ? read.get(index)[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        byte[] piece = read.get(index);
        int some = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, buffer, offset, some);
        position += some;
        return some;
    }

    @Override
    public int available() {
        return index < read.size() ? read.get(index).length - position : 0;
    }

    /** Whether there is an octet to read, after fetching what is needed for it. */
    private boolean more() throws IOException {
        while (index >= read.size() || position >= read.get(index).length) {
            position = 0;
            index++;
            if (index >= read.size() && !fetch()) {
                return false;
            }
        }
        return true;
    }

    private boolean fetch() throws IOException {
        index = 0;
        if (left < 0) {
            return start();
        }
        read = List.of();
        if (left == 0) {
            return false;
        }
        read = sql.query(CHUNKS, row -> row.getBytes(1), id, number, number + CHUNKS_A_TRIP);
        number += CHUNKS_A_TRIP;
        position = read.isEmpty() ? 0 : skip;
        skip = 0;
        left -= read.stream().mapToLong(piece -> piece.length).sum();
        if (read.isEmpty() || left < 0) {
            throw gone();
        }
        return true;
    }

    private boolean start() throws IOException {
        if (withHeader) {
            read = sql.first(BEGINNING, this::beginning, id).orElseThrow(this::gone);
            if (left < 0) {
                throw gone();
            }
            return true;
        }
        long body = sql.first(LENGTHS, row -> row.getLong(1), id).orElseThrow(this::gone);
        left = Math.max(0, body - (long) number * ContentWriter.CHUNK);
        read = List.<byte[]>of(new byte[0]);
        return true;
    }

    private List<byte[]> beginning(ResultSet row) throws SQLException {
        left = row.getLong(1);
        byte[] header = row.getBytes(2);
        byte[] first = row.getBytes(3);
        if (first == null) {
            return List.<byte[]>of(header); // no body, or none of it there: that shows when it is asked for
        }
        left -= first.length;
        number = 1;
        return List.of(header, first);
    }

    private IOException gone() {
        return new FileNotFoundException("Le contenu " + id + " n'existe plus");
    }
}
