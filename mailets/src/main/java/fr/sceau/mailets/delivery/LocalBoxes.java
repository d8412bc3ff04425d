package fr.sceau.mailets.delivery;

import fr.sceau.mailets.facts.Findings;
import fr.sceau.smime.RawMessage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The inboxes of our own mailboxes, as a place to put mail. */
public interface LocalBoxes {
    /**
     * Puts a mail into the inboxes: into all that can take it, or into none. What an earlier attempt under the same
     * acceptance has put there is not put there again.
     *
     * @return the mailboxes that did not get it because they are full
     * @throws fr.sceau.mailets.MailetsException when it is not known to be done; the same may then be handed in again
     * @throws IOException when the message cannot be read
     */
    Set<String> deliver(LocalMail mail) throws IOException;

    /**
     * A mail for some of our mailboxes.
     *
     * @param acceptance the same for all parts and attempts of one accepted mail
     * @param mailboxes addresses of mailboxes that exist
     * @param message the same for each of them
     * @param keywords IMAP keywords to set
     * @param findings none for what the server wrote itself
     */
    record LocalMail(
            UUID acceptance,
            List<String> mailboxes,
            RawMessage message,
            Set<String> keywords,
            Optional<Findings> findings) {
        public LocalMail {
            mailboxes = List.copyOf(mailboxes);
            keywords = Set.copyOf(keywords);
        }
    }
}
