package fr.sceau.agent.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A message whose bytes are in a file and leave exactly so. */
final class SealedMail extends SMTPMessage {
    private final Path bytes;
    private final int length;

    SealedMail(Session session, Path bytes, String from) throws IOException {
        super(session);
        this.bytes = bytes;
        this.length = Math.toIntExact(Files.size(bytes));
        this.saved = true;
        setEnvelopeFrom(from);
    }

    @Override
    public int getSize() {
        return length;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException {
        Files.copy(bytes, out);
    }

    @Override
    public void saveChanges() throws MessagingException {
        throw new MessagingException("sealed bytes do not change");
    }
}
