package fr.sceau.store.backup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A message in a folder.
 *
 * @param flags system flags as IMAP writes them, such as {@code \Seen}
 * @param sideRecord what the server established about it, as JSON
 */
public record BoxMessage(
        long uid,
        UUID content,
        long octets,
        Instant internalDate,
        List<String> flags,
        List<String> keywords,
        Optional<String> sideRecord) {
    public BoxMessage {
        flags = List.copyOf(flags);
        keywords = List.copyOf(keywords);
    }
}
