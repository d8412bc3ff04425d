package fr.sceau.demo.seed;

import fr.sceau.demo.DemoException;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/** Puts a letter into an unsigned RFC 5322 message. */
final class Composer {
    private static final Map<String, String> NAMES = Map.of(
            "laboratoire", "Laboratoire du Parc",
            "cardiologie", "Service de cardiologie, CHU de l'Exemple",
            "helene.lefevre", "Dr Hélène Lefèvre");

    private static final Duration BETWEEN_LETTERS = Duration.ofMinutes(17);

    private final Content content;
    private final Instant morning;

    /** @param morning when the last letter of the night is dated */
    Composer(Content content, Instant morning) {
        this.content = content;
        this.morning = morning;
    }

    /** @param after how many letters of the night come after this one */
    byte[] compose(Letter letter, int after) {
        try {
            MimeMessage message = new Kept(letter);
            header(message, letter);
            message.setSentDate(Date.from(morning.minus(BETWEEN_LETTERS.multipliedBy(after))));
            body(message, letter);
            message.saveChanges();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException | IOException e) {
            throw new DemoException("message non composé : " + letter.id(), e);
        }
    }

    private void header(MimeMessage message, Letter letter) throws MessagingException, UnsupportedEncodingException {
        message.setFrom(new InternetAddress(letter.from(), name(letter), "UTF-8"));
        for (String to : letter.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
        }
        message.setSubject(letter.subject(), "UTF-8");
    }

    private void body(MimeMessage message, Letter letter) throws MessagingException {
        switch (letter.carrier()) {
            case BODY -> hprimBody(message, letter);
            case TEXT -> message.setText(content.text(letter), "UTF-8");
            default -> attached(message, letter);
        }
    }

    /** Laboratories' software writes the whole file as the body, in its own encoding. */
    private void hprimBody(MimeMessage message, Letter letter) throws MessagingException {
        String type = "text/plain; charset=" + letter.charset().name();
        message.setDataHandler(new DataHandler(new ByteArrayDataSource(content.file(letter), type)));
        message.setHeader("Content-Transfer-Encoding", "quoted-printable");
    }

    private void attached(MimeMessage message, Letter letter) throws MessagingException {
        MimeBodyPart note = new MimeBodyPart();
        note.setText(Template.fill("cover.txt", Map.of("sender", name(letter))), "UTF-8");
        MimeBodyPart file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(content.file(letter), mediaType(letter))));
        file.setFileName(letter.file());
        file.setHeader("Content-Transfer-Encoding", "base64");
        message.setContent(new MimeMultipart(note, file));
    }

    private static String mediaType(Letter letter) {
        String name = letter.file().toLowerCase(Locale.ROOT);
        if (name.endsWith(".pdf")) {
            return "application/pdf";
        }
        return name.endsWith(".xml") ? "text/xml" : "application/octet-stream";
    }

    private static String name(Letter letter) {
        return NAMES.getOrDefault(letter.from().substring(0, letter.from().indexOf('@')), letter.from());
    }

    /** A message that keeps one identifier however often it is saved. */
    private static final class Kept extends MimeMessage {
        private final String identifier;

        Kept(Letter letter) {
            super(Session.getInstance(new Properties()));
            String domain = letter.from().substring(letter.from().indexOf('@'));
            this.identifier = "<" + UUID.randomUUID() + domain + ">";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", identifier);
        }
    }
}
