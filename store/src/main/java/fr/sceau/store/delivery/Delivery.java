package fr.sceau.store.delivery;

import fr.sceau.store.content.OctetSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A mail for some of our mailboxes, each of which gets the same octets.
 *
 * @param mail the acceptance: the same for all parts and attempts of one accepted mail, for nothing else
 * @param owners whose inboxes, each once
 * @param keywords IMAP keywords to set
 * @param findings none for what the server wrote itself
 */
public record Delivery(
        UUID mail,
        List<String> owners,
        OctetSource octets,
        Set<String> keywords,
        Instant received,
        Optional<Findings> findings) {
    public Delivery {
        owners = owners.stream().distinct().toList();
        keywords = Set.copyOf(keywords);
    }
}
