package fr.sceau.store.mail;

import fr.sceau.store.content.Contents;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.mail.MessagingException;
import org.apache.james.server.core.MimeMessageWrapper;

/**
 * A message whose octets stand in the database. As long as nobody changes it, it is written exactly as it is there, where
 * James would write raw 8-bit header fields as question marks; and whoever keeps it again shares the content.
 */
public final class ContentMessage extends MimeMessageWrapper {
    private final ContentSource content;

    public ContentMessage(Contents contents, UUID id, long octets) {
        this(new ContentSource(contents, id, octets));
    }

    private ContentMessage(ContentSource content) {
        super(content);
        this.content = content;
    }

    /** The content that this message still is, octet for octet; none when somebody has touched it. */
    public Optional<UUID> content() {
        return isModified() ? Optional.empty() : Optional.of(content.id());
    }

    @Override
    public void writeTo(OutputStream header, OutputStream body, String[] ignored, boolean preLoad)
            throws IOException, MessagingException {
        if (isModified()) {
            super.writeTo(header, body, ignored, preLoad);
            return;
        }
        try (InputStream in = content.getInputStream()) {
            HeaderBlock.copy(in, header, ignored == null ? Set.of() : Set.of(ignored));
            in.transferTo(body);
        }
    }

    /** Without this James writes the fields again once the body has been looked at. */
    @Override
    public InputStream getMessageInputStream() throws MessagingException {
        if (isModified()) {
            return super.getMessageInputStream();
        }
        try {
            return content.getInputStream();
        } catch (IOException e) {
            throw new MessagingException("message cannot be read", e);
        }
    }
}
