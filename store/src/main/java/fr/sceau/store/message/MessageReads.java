package fr.sceau.store.message;

import fr.sceau.store.database.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.jspecify.annotations.Nullable;

/** Reads messages of one mailbox in the order of their uids, or of one content wherever it is: one query a call. */
final class MessageReads {
    private static final String OCTETS = ", c.header, c.summary";
    private static final String IN_MAILBOX =
            MessageRow.TABLES + " WHERE m.mailbox_id = ? AND m.uid BETWEEN ? AND ? ORDER BY m.uid LIMIT ?";
    private static final String OF_CONTENTS =
            MessageRow.TABLES + " WHERE m.content_id = ANY (?) ORDER BY m.content_id, m.mailbox_id, m.uid";
    private static final String FLAGS = "SELECT m.mailbox_id, m.uid, m.modseq, m.content_id, m.thread_id, "
            + FlagSet.MASK
            + ", m.keywords, s.content_id IS NOT NULL FROM message m LEFT JOIN side_record s ON s.content_id = m.content_id"
            + " WHERE m.mailbox_id = ? AND m.uid BETWEEN ? AND ? ORDER BY m.uid LIMIT ?";
    private static final String UIDS = "SELECT uid FROM message WHERE mailbox_id = ? AND uid >= ? ORDER BY uid LIMIT ?";

    private static final String BY_UID = "SELECT " + MessageRow.COLUMNS + MessageRow.TABLES
            + " WHERE m.mailbox_id = ? AND m.uid = ANY (?) ORDER BY m.uid";

    /** Overlapping ranges give a message once. */
    static final String IN_RANGES = MessageRow.TABLES + " WHERE m.mailbox_id = ? AND m.uid IN (SELECT i.uid"
            + " FROM unnest(?::bigint[], ?::bigint[]) AS r (low, high) JOIN message i"
            + " ON i.mailbox_id = ? AND i.uid BETWEEN r.low AND r.high)";

    private final Sql sql;
    private final Octets octets;

    MessageReads(DataSource database) {
        this.sql = new Sql(database);
        this.octets = new Octets(database);
    }

    Octets octets() {
        return octets;
    }

    /** Within a transaction that has the lock of the mailbox. */
    static List<MessageRow> rows(Connection c, long mailbox, Collection<Long> uids) throws SQLException {
        return Sql.query(c, BY_UID, MessageRow::read, mailbox, Sql.numbers(uids));
    }

    static List<MessageRow> rows(Connection c, long mailbox, List<MessageRange> set) throws SQLException {
        String statement = "SELECT " + MessageRow.COLUMNS + IN_RANGES + " ORDER BY m.uid";
        return Sql.query(c, statement, MessageRow::read, inRanges(mailbox, set));
    }

    /** The parameters of {@link #IN_RANGES}. */
    static Object[] inRanges(long mailbox, List<MessageRange> set) {
        Sql.Values low = Sql.numbers(
                set.stream().map(range -> range.getUidFrom().asLong()).toList());
        Sql.Values high =
                Sql.numbers(set.stream().map(range -> range.getUidTo().asLong()).toList());
        return new Object[] {mailbox, low, high, mailbox};
    }

    List<StoredMessage> inMailbox(long mailbox, long from, long to, FetchType type, int limit) {
        return messages(type, IN_MAILBOX, mailbox, from, to, limit);
    }

    List<StoredMessage> ofContents(Collection<UUID> contents, FetchType type) {
        return messages(type, OF_CONTENTS, Sql.ids(contents));
    }

    /** Flags and identifiers without a look at the contents. */
    List<FlagsRow> flags(long mailbox, long from, long to, int limit) {
        return sql.query(FLAGS, FlagsRow::read, mailbox, from, to, limit);
    }

    List<Long> uids(long mailbox, long from, int limit) {
        return sql.query(UIDS, row -> row.getLong(1), mailbox, from, limit);
    }

    private List<StoredMessage> messages(FetchType type, String from, @Nullable Object... parameters) {
        boolean metadata = type == FetchType.METADATA;
        List<Found> found = sql.query(
                "SELECT " + MessageRow.COLUMNS + (metadata ? "" : OCTETS) + from,
                row -> Found.read(row, metadata),
                parameters);
        BodyBatch bodies = octets.batch(found.stream().map(Found::row).toList());
        List<StoredMessage> messages = new ArrayList<>(found.size());
        for (Found each : found) {
            MessageOctets whole = new MessageOctets(octets, bodies, each.row(), each.header(), each.summary());
            messages.add(new StoredMessage(each.row(), whole, type));
        }
        return messages;
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on within this class
    private record Found(MessageRow row, byte @Nullable [] header, byte @Nullable [] summary) {
        private static final int HEADER = 13;

        static Found read(ResultSet row, boolean metadata) throws SQLException {
            return metadata
                    ? new Found(MessageRow.read(row), null, null)
                    : new Found(MessageRow.read(row), row.getBytes(HEADER), row.getBytes(HEADER + 1));
        }
    }

    /** One message as a list of flags shows it. */
    record FlagsRow(long mailbox, long uid, long modSeq, UUID content, UUID thread, FlagSet flags, boolean judged) {
        static FlagsRow read(ResultSet row) throws SQLException {
            return new FlagsRow(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getObject(4, UUID.class),
                    row.getObject(5, UUID.class),
                    FlagSet.read(row, 6),
                    row.getBoolean(8));
        }
    }
}
