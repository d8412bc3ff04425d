package fr.sceau.agent.mail;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;

/** Writes the message that carries one result: a short text and the file, in base64 so that no byte of it changes. */
final class Composer {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String TEXT =
            "Bonjour,\r\n\r\nVeuillez trouver ci-joint un document transmis par messagerie sécurisée de santé.\r\n";

    private final Session session = Session.getInstance(new Properties());

    void write(Draft draft, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            MimeMessage message = new Identified(session, draft.messageId());
            message.setFrom(new InternetAddress(draft.from()));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(draft.recipient()));
            message.setSubject(draft.subject(), UTF_8);
            message.setSentDate(Date.from(draft.date()));
            message.setContent(new MimeMultipart(text(), attachment(draft)));
            message.saveChanges();
            message.writeTo(out);
        } catch (MessagingException e) {
            throw new IOException("message not written", e);
        }
    }

    private static MimeBodyPart text() throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(TEXT, UTF_8);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable"); // RFC 8551 3.1.2: seven bits under a signature
        return part;
    }

    private static MimeBodyPart attachment(Draft draft) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new FileContent(draft.content(), mediaType(draft.fileName()))));
        part.setFileName(draft.fileName());
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** Text formats travel as octets: what a charset label could do to them nobody needs. */
    private static String mediaType(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "pdf" -> "application/pdf";
            case "xml" -> "application/xml";
            case "zip" -> "application/zip";
            default -> "application/octet-stream";
        };
    }

    /** Keeps the Message-ID that the ledger chose. */
    private static final class Identified extends MimeMessage {
        private final String messageId;

        Identified(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }

    /** The attachment's bytes, under our own type and without a look into type tables. */
    private record FileContent(Path file, String type) implements DataSource {
        @Override
        public InputStream getInputStream() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            throw new IOException("read only");
        }

        @Override
        public String getContentType() {
            return type;
        }

        @Override
        public String getName() {
            return "";
        }
    }
}
