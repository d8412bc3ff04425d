package fr.sceau.store.message;

import fr.sceau.store.content.ContentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.mail.Flags;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.model.MessageMetaData;
import org.apache.james.mailbox.model.ThreadId;
import org.jspecify.annotations.Nullable;

/** What the tables know about one message in one mailbox, without its octets. */
record MessageRow(
        long mailbox,
        long uid,
        long modSeq,
        UUID content,
        UUID thread,
        Date internalDate,
        @Nullable Date saved,
        FlagSet flags,
        List<String> judged,
        long octets,
        int headerOctets) {
    /** The columns that {@link #read} expects, of {@code message m}, {@code content c} and {@code side_record s}. */
    static final String COLUMNS =
            "m.mailbox_id, m.uid, m.modseq, m.content_id, m.thread_id, m.internal_date, m.save_date, "
                    + FlagSet.MASK
                    + ", m.keywords, " + Judged.OF_RECORD + ", c.octets, octet_length(c.header)";

    static final String OCTETS_AND_RECORD =
            " JOIN content c ON c.id = m.content_id LEFT JOIN side_record s ON s.content_id = m.content_id";

    static final String TABLES = " FROM message m" + OCTETS_AND_RECORD;

    static MessageRow read(ResultSet row) throws SQLException {
        return new MessageRow(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                date(row.getTimestamp(6)),
                row.getTimestamp(7) == null ? null : date(row.getTimestamp(7)),
                FlagSet.read(row, 8),
                FlagSet.words(row, 10),
                row.getLong(11),
                row.getInt(12));
    }

    Optional<Date> saveDate() {
        return Optional.ofNullable(saved);
    }

    Flags toFlags() {
        return flags.toFlags(judged);
    }

    MessageMetaData metaData() {
        return new MessageMetaData(
                MessageUid.of(uid),
                ModSeq.of(modSeq),
                toFlags(),
                octets,
                internalDate,
                saveDate(),
                new ContentId(content),
                ThreadId.fromBaseMessageId(new ContentId(thread)));
    }

    private static Date date(Timestamp timestamp) {
        return new Date(timestamp.getTime());
    }
}
