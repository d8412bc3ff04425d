package fr.sceau.agent.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a multipart/report: delivery status (RFC 3464) or message disposition (RFC 8098). */
final class ReportReader {
    private static final int MAX_STATUS = 64 * 1024;

    private final Map<String, String> fields = new HashMap<>();
    private String returnedMessageId = "";

    private ReportReader() {}

    /** Empty when the message is no report that we understand. */
    static Optional<Receipt> read(Part message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof Multipart report)) {
            return Optional.empty();
        }
        ReportReader reader = new ReportReader();
        for (int i = 0; i < report.getCount(); i++) {
            reader.part(report.getBodyPart(i));
        }
        return reader.receipt();
    }

    private void part(BodyPart part) throws MessagingException, IOException {
        if (part.isMimeType("message/delivery-status") || part.isMimeType("message/disposition-notification")) {
            status(part.getInputStream());
        } else if (part.isMimeType("text/rfc822-headers") || part.isMimeType("message/rfc822")) {
            InternetHeaders original = new InternetHeaders(part.getInputStream());
            String messageId = original.getHeader("Message-ID", null);
            returnedMessageId = messageId == null ? "" : messageId;
        }
    }

    /** Groups of fields parted by blank lines; our messages have one recipient, so the last value counts. RFC 3464 2.1 */
    private void status(InputStream in) throws IOException, MessagingException {
        InputStream limited = new java.io.ByteArrayInputStream(in.readNBytes(MAX_STATUS));
        while (limited.available() > 0) {
            new InternetHeaders(limited)
                    .getAllHeaders()
                    .asIterator()
                    .forEachRemaining(field -> fields.put(
                            field.getName().toLowerCase(Locale.ROOT),
                            field.getValue().strip()));
        }
    }

    private Optional<Receipt> receipt() {
        Optional<String> envelopeId = Optional.ofNullable(fields.get("original-envelope-id"));
        String named = fields.getOrDefault("original-message-id", returnedMessageId);
        Optional<String> messageId = Optional.of(named).filter(id -> !id.isEmpty());
        return outcome().map(outcome -> new Receipt(envelopeId, messageId, outcome));
    }

    private Optional<String> outcome() {
        String action = fields.getOrDefault("action", "").toLowerCase(Locale.ROOT);
        return switch (action) {
            case "delivered", "relayed", "expanded" -> Optional.of("remis");
            case "failed" -> Optional.of("échec");
            case "delayed" -> Optional.of("retardé");
            default -> disposition();
        };
    }

    private Optional<String> disposition() {
        String disposition = fields.getOrDefault("disposition", "").toLowerCase(Locale.ROOT);
        if (disposition.isEmpty()) {
            return Optional.empty();
        }
        if (disposition.contains("error") || disposition.contains("failed")) {
            return Optional.of("échec de l'intégration");
        }
        return Optional.of(disposition.contains("displayed") ? "lu" : "traité");
    }
}
