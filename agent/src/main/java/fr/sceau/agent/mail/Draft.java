package fr.sceau.agent.mail;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A message to write.
 *
 * @param id identifies it in its Message-ID
 * @param fileName name of the attachment
 * @param content the bytes to attach; does not change meanwhile
 */
public record Draft(
        String id, String from, String recipient, String subject, String fileName, Path content, Instant date) {

    /** {@code <id@domain>}, without any word of the content. RFC 5322 3.6.4 */
    String messageId() {
        return "<" + id + "@" + from.substring(from.indexOf('@') + 1) + ">";
    }
}
