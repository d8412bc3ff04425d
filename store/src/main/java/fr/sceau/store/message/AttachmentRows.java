package fr.sceau.store.message;

import fr.sceau.store.content.ContentId;
import fr.sceau.store.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.james.mailbox.model.AttachmentId;
import org.apache.james.mailbox.model.AttachmentMetadata;
import org.apache.james.mailbox.model.Cid;
import org.apache.james.mailbox.model.MessageAttachmentMetadata;

/** Attachments that James took out of messages. */
final class AttachmentRows {
    private static final String DATA = "SELECT id, content_id, type, size, name, cid, inlined FROM attachment";
    private static final String INSERT =
            "INSERT INTO attachment (id, content_id, type, size, name, cid, inlined, octets)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private final Sql sql;

    AttachmentRows(DataSource database) {
        this.sql = new Sql(database);
    }

    List<MessageAttachmentMetadata> of(UUID content) {
        return sql.query(DATA + " WHERE content_id = ? ORDER BY id", AttachmentRows::read, content);
    }

    List<MessageAttachmentMetadata> byId(Collection<UUID> ids) {
        return sql.query(DATA + " WHERE id = ANY (?)", AttachmentRows::read, Sql.ids(ids));
    }

    Optional<byte[]> octets(UUID id) {
        return sql.first("SELECT octets FROM attachment WHERE id = ?", row -> row.getBytes(1), id);
    }

    void add(List<Object[]> rows) {
        sql.<Integer, RuntimeException>transaction(c -> {
            Sql.batch(c, INSERT, rows);
            return rows.size();
        });
    }

    private static MessageAttachmentMetadata read(ResultSet row) throws SQLException {
        AttachmentMetadata attachment = AttachmentMetadata.builder()
                .attachmentId(AttachmentId.from(row.getString(1)))
                .messageId(new ContentId(row.getObject(2, UUID.class)))
                .type(row.getString(3))
                .size(row.getLong(4))
                .build();
        return MessageAttachmentMetadata.builder()
                .attachment(attachment)
                .name(row.getString(5))
                .cid(Optional.ofNullable(row.getString(6)).map(Cid::from))
                .isInline(row.getBoolean(7))
                .build();
    }
}
