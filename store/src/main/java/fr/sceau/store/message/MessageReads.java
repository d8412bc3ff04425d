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
            + ", m.keywords, " + Judged.OF_RECORD
            + " FROM message m LEFT JOIN side_record s ON s.content_id = m.content_id"
            + " WHERE m.mailbox_id = ? AND m.uid BETWEEN ? AND ? ORDER BY m.uid LIMIT ?";
    private static final String UIDS = "SELECT uid FROM message WHERE mailbox_id = ? AND uid >= ? ORDER BY uid LIMIT ?";

    private static final String OF_SET =
            "SELECT " + MessageRow.COLUMNS + UidSet.MESSAGES + MessageRow.OCTETS_AND_RECORD + " ORDER BY m.uid";

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
    static List<MessageRow> rows(Connection c, long mailbox, UidSet set) throws SQLException {
        return Sql.query(c, OF_SET, MessageRow::read, set.in(mailbox).toArray());
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
    record FlagsRow(
            long mailbox, long uid, long modSeq, UUID content, UUID thread, FlagSet flags, List<String> judged) {
        static FlagsRow read(ResultSet row) throws SQLException {
            return new FlagsRow(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getObject(4, UUID.class),
                    row.getObject(5, UUID.class),
                    FlagSet.read(row, 6),
                    FlagSet.words(row, 8));
        }
    }
}
