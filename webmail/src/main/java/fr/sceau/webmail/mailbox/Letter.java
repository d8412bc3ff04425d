package fr.sceau.webmail.mailbox;

import java.util.List;
import java.util.Optional;

/**
 * One message, ready to be shown except that its HTML is as it came.
 *
 * @param messageId the Message-ID field, for answers
 * @param references the References and Message-ID fields an answer continues (RFC 5322 3.6.4)
 * @param unsafeHtml never to be shown before it is made harmless
 * @param opaque whether the content is inside an S/MIME envelope that a browser cannot open
 */
public record Letter(
        Heading heading,
        List<Correspondent> cc,
        List<Correspondent> replyTo,
        Optional<String> messageId,
        String references,
        Optional<String> text,
        Optional<String> unsafeHtml,
        boolean opaque,
        List<Attachment> attachments) {
    public Letter {
        cc = List.copyOf(cc);
        replyTo = List.copyOf(replyTo);
        attachments = List.copyOf(attachments);
    }
}
