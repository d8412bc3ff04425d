package fr.sceau.webmail.mailbox;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks the parts of one message: the first text and the first HTML are its body, the rest are attachments. */
final class LetterReader {
    /** Detached signatures: the verdict says it better than a file that nobody can open. */
    private static final Set<String> SIGNATURES =
            Set.of("application/pkcs7-signature", "application/x-pkcs7-signature"); // RFC 8551 3.5.3

    private static final Set<String> ENVELOPES =
            Set.of("application/pkcs7-mime", "application/x-pkcs7-mime"); // RFC 8551 3.2

    private static final int MAX_PARTS = 500;

    private final List<Attachment> attachments = new ArrayList<>();
    private Optional<String> text = Optional.empty();
    private Optional<String> html = Optional.empty();
    private boolean opaque;
    private int parts;

    static Letter read(Heading heading, Message message) throws MessagingException, IOException {
        LetterReader reader = new LetterReader();
        reader.walk(message, "");
        return new Letter(
                heading,
                HeaderText.correspondents(
                        HeadingReader.addresses(() -> message.getRecipients(Message.RecipientType.CC))),
                HeaderText.correspondents(HeadingReader.addresses(message::getReplyTo)),
                field(message, "Message-ID"),
                (field(message, "References").orElse("") + " "
                                + field(message, "Message-ID").orElse(""))
                        .strip(),
                reader.text,
                reader.html,
                reader.opaque,
                reader.attachments);
    }

    private static Optional<String> field(Message message, String name) throws MessagingException {
        String[] values = message.getHeader(name);
        return values == null || values.length == 0
                ? Optional.empty()
                : Optional.of(values[0].replaceAll("\\s+", " ").strip());
    }

    /** The part at a place that {@link Attachment#part} named. */
    static Optional<Part> find(Part root, String place) throws MessagingException, IOException {
        Part current = root;
        for (String step : place.split("\\.", -1)) {
            int index = Integer.parseInt(step) - 1;
            if (!(current.getContent() instanceof Multipart multipart) || index < 0 || index >= multipart.getCount()) {
                return place.equals("1") && !current.isMimeType("multipart/*") ? Optional.of(root) : Optional.empty();
            }
            current = multipart.getBodyPart(index);
        }
        return Optional.of(current);
    }

    private void walk(Part part, String place) throws MessagingException, IOException {
        if (++parts > MAX_PARTS) {
            return; // the rest is still in the mailbox, for another client
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart child = multipart.getBodyPart(i);
                walk(child, place.isEmpty() ? String.valueOf(i + 1) : place + "." + (i + 1));
            }
        } else {
            leaf(part, place.isEmpty() ? "1" : place);
        }
    }

    private void leaf(Part part, String place) throws MessagingException, IOException {
        String type = HeaderText.mediaType(part);
        if (SIGNATURES.contains(type)) {
            return;
        }
        opaque |= ENVELOPES.contains(type);
        boolean body = HeaderText.fileName(part).isEmpty() && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        if (body && type.equals("text/plain") && text.isEmpty()) {
            text = Optional.of(PartText.read(part));
        } else if (body && type.equals("text/html") && html.isEmpty()) {
            html = Optional.of(PartText.read(part));
        } else {
            attachments.add(attachment(part, place, type));
        }
    }

    private static Attachment attachment(Part part, String place, String type) throws MessagingException {
        Optional<String> id = part instanceof MimePart mime
                ? Optional.ofNullable(mime.getContentID()).map(value -> value.replaceAll("[<>\\s]", ""))
                : Optional.empty();
        return new Attachment(place, HeaderText.fileName(part).orElse(""), type, decodedSize(part), id);
    }

    /** base64 writes 57 bytes on a line of 78 octets (RFC 2045 6.8). */
    private static long decodedSize(Part part) throws MessagingException {
        long encoded = Math.max(part.getSize(), 0);
        boolean base64 = part instanceof MimePart mime && "base64".equalsIgnoreCase(mime.getEncoding());
        return base64 ? encoded * 57 / 78 : encoded;
    }
}
