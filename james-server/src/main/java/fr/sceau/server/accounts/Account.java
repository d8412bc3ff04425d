package fr.sceau.server.accounts;

import fr.sceau.mailets.accounts.LocalMailbox;
import java.util.List;
import java.util.Optional;

/**
 * What is created for a person or a service.
 *
 * @param address login and, unless {@code mailbox} is empty, address of the mailbox; lower case
 * @param label name shown to people
 * @param mailbox the mailbox, empty for somebody who only uses boxes of others
 * @param delegates logins that are given all rights on this mailbox, without end
 */
public record Account(String address, String label, Optional<LocalMailbox> mailbox, List<String> delegates) {
    public Account {
        delegates = List.copyOf(delegates);
    }
}
