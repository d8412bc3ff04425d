package fr.sceau.store.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;
import javax.mail.MessagingException;
import org.apache.james.server.core.MimeMessageInputStreamSource;

/** What was written once, to be read again: in memory when short, else in a temporary file. */
final class OctetsCopy implements MessageOctets.Octets {
    private final MimeMessageInputStreamSource copy;

    private OctetsCopy(MimeMessageInputStreamSource copy) {
        this.copy = copy;
    }

    static OctetsCopy of(Writing writing) throws IOException, MessagingException {
        MimeMessageInputStreamSource copy = MimeMessageInputStreamSource.create("octets-" + UUID.randomUUID());
        try (OutputStream out = copy.getWritableOutputStream()) {
            writing.to(out);
        } catch (IOException | MessagingException | RuntimeException e) {
            copy.dispose();
            throw e;
        }
        return new OctetsCopy(copy);
    }

    @Override
    public InputStream open() throws IOException {
        return copy.getInputStream();
    }

    @Override
    public long size() {
        return copy.getMessageSize();
    }

    @Override
    public void close() {
        copy.dispose();
    }

    interface Writing {
        void to(OutputStream out) throws IOException, MessagingException;
    }
}
