package fr.sceau.store.message;

import fr.sceau.store.database.Sql;
import fr.sceau.store.mailbox.MailboxNumber;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.james.mailbox.exception.MailboxNotFoundException;

/**
 * The locks that order all changes of a mailbox, taken in ascending order. What a later statement of the transaction reads
 * is what the transaction before has left.
 */
final class MailboxLocks {
    private static final String LOCK =
            "SELECT id, keywords FROM mailbox WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE";

    private MailboxLocks() {}

    /** The keywords of each mailbox; one that is gone is left out. */
    static Map<Long, List<String>> take(Connection c, Collection<Long> mailboxes) throws SQLException {
        Map<Long, List<String>> keywords = new HashMap<>();
        Sql.query(
                c,
                LOCK,
                row -> keywords.put(
                        row.getLong(1), List.of((String[]) row.getArray(2).getArray())),
                Sql.numbers(mailboxes));
        return keywords;
    }

    /** For what goes into the target: were it gone, a message moved there would be lost. */
    static void takeFor(Connection c, long target, Collection<Long> mailboxes)
            throws SQLException, MailboxNotFoundException {
        if (!take(c, mailboxes).containsKey(target)) {
            throw new MailboxNotFoundException(new MailboxNumber(target));
        }
    }
}
