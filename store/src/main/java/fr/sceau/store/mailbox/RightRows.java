package fr.sceau.store.mailbox;

import fr.sceau.store.database.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.james.mailbox.exception.UnsupportedRightException;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.EntryKey;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.jspecify.annotations.Nullable;

/** The rights on a mailbox, one row an identifier. RFC 4314 2 */
final class RightRows {
    /** Rights and identifier of each row in one text: letters never hold the separator, identifiers may hold anything. */
    static final String COLUMN =
            "ARRAY(SELECT r.rights || ':' || r.entry FROM mailbox_right r WHERE r.mailbox_id = m.id)";

    private RightRows() {}

    static MailboxACL read(Array column) throws SQLException {
        Map<EntryKey, Rfc4314Rights> entries = new HashMap<>();
        for (String row : (String[]) column.getArray()) {
            int separator = row.indexOf(':');
            entries.put(EntryKey.deserialize(row.substring(separator + 1)), rights(row.substring(0, separator)));
        }
        return new MailboxACL(entries);
    }

    /** Makes the rows those of {@code acl}; the caller holds the mailbox' row lock. */
    static void replace(Connection connection, long mailbox, MailboxACL acl) throws SQLException {
        Sql.update(connection, "DELETE FROM mailbox_right WHERE mailbox_id = ?", mailbox);
        List<@Nullable Object[]> rows = new ArrayList<>();
        acl.getEntries()
                .forEach((key, rights) -> rows.add(new Object[] {mailbox, key.serialize(), rights.serialize()}));
        Sql.batch(connection, "INSERT INTO mailbox_right (mailbox_id, entry, rights) VALUES (?, ?, ?)", rows);
    }

    private static Rfc4314Rights rights(String letters) {
        try {
            return Rfc4314Rights.deserialize(letters);
        } catch (UnsupportedRightException e) {
            throw new IllegalStateException("mailbox_right holds a letter that is not a right", e);
        }
    }
}
