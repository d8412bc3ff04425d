package fr.sceau.store.mail;

import fr.sceau.store.content.Contents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.apache.james.server.core.MimeMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * A content that is read when somebody asks. The steps of the mail flow look at a mail about ten times: a short one is
 * asked of the database once and kept as long as the mail is in work, of a long one nothing is kept in memory.
 */
final class ContentSource implements MimeMessageSource {
    private static final int SHORT = 128 * 1024;

    private final Contents contents;
    private final UUID id;
    private final long octets;
    private byte @Nullable [] kept;

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
    public InputStream getInputStream() throws IOException {
        return octets > SHORT ? contents.open(id) : new ByteArrayInputStream(kept());
    }

    private synchronized byte[] kept() throws IOException {
        if (kept == null) {
            try (InputStream in = contents.open(id)) {
                kept = in.readAllBytes();
            }
        }
        return kept;
    }

    @Override
    public long getMessageSize() {
        return octets;
    }
}
