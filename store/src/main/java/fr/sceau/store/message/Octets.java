package fr.sceau.store.message;

import fr.sceau.store.content.Contents;
import fr.sceau.store.content.OctetSource;
import fr.sceau.store.database.Sql;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.james.mailbox.model.MessageAttachmentMetadata;

/** Where the octets of messages come from. */
final class Octets {
    private static final String SUMMARY = "SELECT summary FROM content WHERE id = ? AND summary IS NOT NULL";
    private static final String FIRST_CHUNKS =
            "SELECT content_id, octets FROM content_chunk WHERE content_id = ANY (?) AND number = 0";

    private final Sql sql;
    private final Contents contents;
    private final AttachmentRows attachments;

    Octets(DataSource database) {
        this.sql = new Sql(database);
        this.contents = new Contents(database);
        this.attachments = new AttachmentRows(database);
    }

    BodyBatch batch(List<MessageRow> rows) {
        return new BodyBatch(this, rows);
    }

    byte[] header(UUID content) throws IOException {
        return contents.header(content)
                .orElseThrow(() -> new FileNotFoundException("Le contenu " + content + " n'existe plus"));
    }

    /** As written with the content; made now for one that came without. */
    Summary summary(UUID content, long size) throws IOException {
        var written = sql.first(SUMMARY, row -> row.getBytes(1), content);
        return written.isPresent() ? Summary.read(written.get()) : Summary.of(source(content, size));
    }

    InputStream body(UUID content, long from) {
        return contents.openBody(content, from);
    }

    /** The bodies of messages that have no more than one chunk. */
    Map<UUID, byte[]> smallBodies(List<UUID> ids) {
        Map<UUID, byte[]> bodies = new HashMap<>();
        sql.query(FIRST_CHUNKS, row -> bodies.put(row.getObject(1, UUID.class), row.getBytes(2)), Sql.ids(ids));
        return bodies;
    }

    List<MessageAttachmentMetadata> attachments(UUID content) {
        return attachments.of(content);
    }

    private OctetSource source(UUID content, long size) {
        return new OctetSource() {
            @Override
            public InputStream open() {
                return contents.open(content);
            }

            @Override
            public long size() {
                return size;
            }
        };
    }
}
