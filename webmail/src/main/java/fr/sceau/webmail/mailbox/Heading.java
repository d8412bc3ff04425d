package fr.sceau.webmail.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a list shows of a message.
 *
 * @param date arrival in the mailbox
 * @param keywords IMAP keywords, as the server's recogniser set them
 * @param authenticationResults values of every such field, topmost first, unjudged
 */
public record Heading(
        MessageId id,
        Optional<Correspondent> from,
        List<Correspondent> to,
        String subject,
        Optional<Instant> date,
        boolean seen,
        boolean answered,
        Set<String> keywords,
        List<String> authenticationResults) {
    public Heading {
        to = List.copyOf(to);
        keywords = Set.copyOf(keywords);
        authenticationResults = List.copyOf(authenticationResults);
    }
}
