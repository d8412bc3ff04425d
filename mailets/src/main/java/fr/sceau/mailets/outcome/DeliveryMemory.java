package fr.sceau.mailets.outcome;

import java.util.Collection;
import java.util.Set;

/**
 * Remembers for each address of others what became of our mail. Addresses of patients are not remembered. Throws {@link
 * fr.sceau.mailets.MailetsException} when it cannot be reached; a mail never waits for it.
 */
public interface DeliveryMemory {
    /** The other operator has answered 250 for these. He may still send a notice of failure. */
    void tookOver(Collection<String> addresses);

    /** The other operator said no at once. */
    void refused(String address, Failure failure);

    /** The other operator had taken it over and says now that it failed. */
    void cameBack(String address, Failure failure);

    /** @param formats that a receipt of the mailbox says it has taken in */
    void arrived(String address, Set<String> formats);

    /**
     * Whether mail under this Message-ID was submitted in the name of a mailbox: else anybody could report on what never was.
     *
     * @param messageId as written
     */
    boolean wasSubmitted(String mailbox, String messageId);
}
