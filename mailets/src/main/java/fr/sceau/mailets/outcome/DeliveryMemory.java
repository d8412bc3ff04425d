package fr.sceau.mailets.outcome;

import java.util.Collection;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Remembers for each address of others what became of our mail. Addresses of patients are not remembered. Octets are those that
 * were handed in, before anything was signed or sealed; 0: not known. Throws {@link fr.sceau.mailets.MailetsException} when it
 * cannot be reached; a mail never waits for it.
 */
public interface DeliveryMemory {
    /** The other operator has answered 250 for these. He may still send a notice of failure. */
    void tookOver(Collection<String> addresses, long octets);

    /** The other operator said no at once. */
    void refused(String address, Failure failure, long octets);

    /** The other operator had taken it over and says now that it failed. */
    void cameBack(String address, Failure failure, long octets);

    /** @param formats that a receipt of the mailbox says it has taken in */
    void arrived(String address, Set<String> formats, long octets);

    /**
     * The octets of the mail that was submitted under this Message-ID in the name of a mailbox; nothing if none was: else anybody
     * could report on what never was.
     *
     * @param messageId as written
     */
    OptionalLong submitted(String mailbox, String messageId);
}
