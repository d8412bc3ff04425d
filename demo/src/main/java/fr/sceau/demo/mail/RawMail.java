package fr.sceau.demo.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A message that is written exactly as it was given; a signature would not survive less. */
final class RawMail extends MimeMessage {
    private final String envelopeFrom;
    private final byte[] bytes;

    RawMail(Session session, String envelopeFrom, byte[] bytes) throws MessagingException {
        super(session, new ByteArrayInputStream(bytes));
        this.envelopeFrom = envelopeFrom;
        this.bytes = bytes.clone();
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
        out.write(bytes);
    }

    @Override
    public InternetAddress[] getFrom() throws MessagingException {
        return new InternetAddress[] {new InternetAddress(envelopeFrom)}; // what the transport puts into MAIL FROM
    }
}
