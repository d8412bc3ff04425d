package fr.sceau.directory.client;

import java.util.List;
import java.util.Optional;

/** The mailboxes of the trust space. Safe for use by several threads. */
public interface Directory {
    /** The mailbox with this address, whatever its case. */
    Optional<MailboxEntry> byMail(String address) throws DirectoryException;

    /**
     * The mailboxes of one professional.
     *
     * @param rpps the eleven digits, without the type digit of {@code IdNat_PS}
     */
    List<MailboxEntry> byRpps(String rpps) throws DirectoryException;

    /**
     * Mailboxes in which every word occurs, in the name, the address, the organisation or the town; accents and case do
     * not count. An incomplete answer is not an error. Those that nobody is to find (liste rouge), or to whose domain mail would be
     * refused, are left out.
     *
     * @param limit at most so many
     */
    List<MailboxEntry> search(String words, int limit) throws DirectoryException;
}
