package fr.sceau.mailets.facts;

import fr.sceau.smime.RawMessage;
import fr.sceau.smime.SmimeException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.mail.MessagingException;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.james.server.core.MimeMessageWrapper;
import org.apache.mailet.Mail;

/**
 * The message of a mail as raw bytes. The header methods of javax.mail are never used for changes: they rewrite fields
 * that nobody asked to change, and a signature would not survive it.
 */
public final class MailMessage implements RawMessage {
    private final Mail mail;

    public MailMessage(Mail mail) {
        this.mail = mail;
    }

    @Override
    public InputStream open() throws IOException {
        try {
            return new MimeMessageInputStream(mail.getMessage());
        } catch (MessagingException e) {
            throw new IOException("message of " + mail.getName() + " cannot be read", e);
        }
    }

    @Override
    public long size() throws IOException {
        try (InputStream in = open()) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Puts other bytes in the place of this message; {@code content} is read to its end and closed. */
    public void replace(InputStream content) throws MessagingException {
        put(MimeMessageInputStreamSource.create(mail.getName(), content));
    }

    /** Puts what {@code transformation} writes in the place of this message; nothing changes when it fails. */
    public void replace(Transformation transformation) throws IOException, MessagingException, SmimeException {
        MimeMessageInputStreamSource source = MimeMessageInputStreamSource.create(mail.getName());
        try (OutputStream out = source.getWritableOutputStream()) {
            transformation.write(out);
        } catch (IOException | SmimeException | RuntimeException e) {
            source.dispose();
            throw e;
        }
        put(source);
    }

    /** Writes a whole message. */
    public interface Transformation {
        void write(OutputStream out) throws IOException, SmimeException;
    }

    private void put(MimeMessageInputStreamSource source) throws MessagingException {
        if (mail instanceof MailImpl james) {
            james.setMessageContent(source);
        } else {
            mail.setMessage(new MimeMessageWrapper(source));
        }
    }
}
