package fr.sceau.system.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The files in a message, as a mail program would save them. */
public final class Attachments {
    private Attachments() {}

    /** Decoded content of every part that has a file name, signatures left out. */
    public static List<byte[]> of(byte[] message) throws IOException {
        List<byte[]> files = new ArrayList<>();
        try {
            Session session = Session.getInstance(new Properties());
            collect(new MimeMessage(session, new ByteArrayInputStream(message)), files);
        } catch (MessagingException e) {
            throw new IOException("the delivered message cannot be read", e);
        }
        return files;
    }

    /** The plain text of a message. */
    public static String text(byte[] message) throws IOException {
        try {
            Session session = Session.getInstance(new Properties());
            return text(new MimeMessage(session, new ByteArrayInputStream(message)));
        } catch (MessagingException e) {
            throw new IOException("the delivered message cannot be read", e);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain") && part.getFileName() == null) {
            return String.valueOf(part.getContent());
        }
        StringBuilder all = new StringBuilder();
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                all.append(text(parts.getBodyPart(i)));
            }
        }
        return all.toString();
    }

    private static void collect(Part part, List<byte[]> files) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart next = parts.getBodyPart(i);
                collect(next, files);
            }
        } else if (part.getFileName() != null && !part.isMimeType("application/pkcs7-signature")) {
            try (InputStream in = part.getInputStream()) {
                files.add(in.readAllBytes());
            }
        }
    }
}
