package fr.sceau.webmail.writing;

import fr.sceau.webmail.Refusal;
import fr.sceau.webmail.WebmailException;
import fr.sceau.webmail.mailbox.Correspondent;
import fr.sceau.webmail.mailbox.Letter;
import fr.sceau.webmail.reading.FileName;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Turns a draft into a message (RFC 5322, MIME). Attachments leave byte for byte as they were chosen. */
@Component
class LetterBuilder {
    private final Clock clock;

    LetterBuilder(Clock clock) {
        this.clock = clock;
    }

    MimeMessage build(Correspondent self, Draft draft, Optional<Letter> answered, List<MultipartFile> files) {
        List<InternetAddress> to = Recipients.parse("À", draft.to());
        List<InternetAddress> cc = Recipients.parse("Copie", draft.cc());
        if (to.isEmpty() && cc.isEmpty()) {
            throw new WebmailException(Refusal.NO_RECIPIENT);
        }
        try {
            MimeMessage message = new Identified(self.address());
            message.setFrom(new InternetAddress(self.address(), self.name(), StandardCharsets.UTF_8.name()));
            message.setRecipients(Message.RecipientType.TO, to.toArray(InternetAddress[]::new));
            message.setRecipients(Message.RecipientType.CC, cc.toArray(InternetAddress[]::new));
            message.setSubject(draft.subject().replaceAll("\\s+", " ").strip(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            thread(message, answered);
            content(message, draft.text(), files);
            message.saveChanges();
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new WebmailException(Refusal.BAD_REQUEST, e);
        }
    }

    /** RFC 5322 3.6.4. */
    private static void thread(MimeMessage message, Optional<Letter> answered) throws MessagingException {
        Optional<String> id = answered.flatMap(Letter::messageId);
        if (answered.isPresent() && id.isPresent()) {
            message.setHeader("In-Reply-To", id.get());
            message.setHeader("References", folded(answered.get().references()));
        }
    }

    private static String folded(String references) {
        return references.replaceAll(" (?=<)", "\r\n ");
    }

    private static void content(MimeMessage message, String text, List<MultipartFile> files) throws MessagingException {
        if (files.isEmpty()) {
            message.setText(text, StandardCharsets.UTF_8.name());
            return;
        }
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart body = new MimeBodyPart();
        body.setText(text, StandardCharsets.UTF_8.name());
        parts.addBodyPart(body);
        for (MultipartFile file : files) {
            parts.addBodyPart(attachment(file, parts.getCount() + 1));
        }
        message.setContent(parts);
    }

    private static MimeBodyPart attachment(MultipartFile file, int place) throws MessagingException {
        Upload upload = Upload.of(file);
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(upload));
        part.setFileName(FileName.safe(upload.getName(), String.valueOf(place), upload.getContentType()));
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        part.setHeader("Content-Transfer-Encoding", "base64"); // keeps line ends and character set as they are
        return part;
    }

    /** A message whose Message-ID names the sender's domain and not this machine. */
    private static final class Identified extends MimeMessage {
        private final String messageId;

        Identified(String address) {
            super(Session.getInstance(new Properties()));
            this.messageId = "<" + UUID.randomUUID() + "@" + address.substring(address.indexOf('@') + 1) + ">";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
