package fr.sceau.store.mail;

import fr.sceau.store.content.Contents;
import java.io.InputStream;
import java.util.UUID;
import org.apache.james.server.core.MimeMessageSource;

/** A content that is read when somebody asks; nothing of it is kept in memory. */
final class ContentSource implements MimeMessageSource {
    private final Contents contents;
    private final UUID id;
    private final long octets;

    ContentSource(Contents contents, UUID id, long octets) {
        this.contents = contents;
        this.id = id;
        this.octets = octets;
    }

    UUID id() {
        return id;
    }

    @Override
    public String getSourceId() {
        return "content:" + id;
    }

    @Override
    public InputStream getInputStream() {
        return contents.open(id);
    }

    @Override
    public long getMessageSize() {
        return octets;
    }
}
