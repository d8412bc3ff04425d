package fr.sceau.store.mailbox;

import fr.sceau.store.database.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager.MailboxRenamedResult;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxExistsException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.UidValidity;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code mailbox} and the mailbox that James knows. */
final class MailboxRows {
    static final String SELECT =
            "SELECT m.id, m.namespace, m.owner, m.name, m.uid_validity, " + RightRows.COLUMN + " FROM mailbox m ";

    private static final String UNIQUE_VIOLATION = "23505";

    private MailboxRows() {}

    static Mailbox read(ResultSet row) throws SQLException {
        MailboxPath path = new MailboxPath(row.getString(2), Username.of(row.getString(3)), row.getString(4));
        Mailbox mailbox = new Mailbox(path, UidValidity.of(row.getLong(5)), new MailboxNumber(row.getLong(1)));
        mailbox.setACL(RightRows.read(row.getArray(6)));
        return mailbox;
    }

    /** The mailbox as it is now, locked until the transaction ends. */
    static Mailbox lock(Connection connection, MailboxNumber number) throws SQLException, MailboxException {
        Sql.query(connection, "SELECT 1 FROM mailbox WHERE id = ? FOR UPDATE", row -> 1, number.value());
        return find(connection, number);
    }

    /** The mailbox as the last to change it has left it. */
    static Mailbox find(Connection connection, MailboxNumber number) throws SQLException, MailboxException {
        return Sql.first(connection, SELECT + "WHERE m.id = ?", MailboxRows::read, number.value())
                .orElseThrow(() -> new MailboxNotFoundException(number));
    }

    /** In the order given. */
    static void setPaths(Connection connection, List<MailboxRenamedResult> moves)
            throws SQLException, MailboxException {
        List<@Nullable Object[]> rows = moves.stream()
                .map(move -> pathOf(move.getMailboxId(), move.getDestinationPath()))
                .toList();
        try {
            Sql.batch(connection, "UPDATE mailbox SET namespace = ?, owner = ?, name = ? WHERE id = ?", rows);
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw new MailboxExistsException(
                        moves.get(0).getDestinationPath().getName());
            }
            throw e;
        }
    }

    private static @Nullable Object[] pathOf(MailboxId id, MailboxPath path) {
        return new @Nullable Object[] {
            path.getNamespace(),
            path.getUser().asString(),
            path.getName(),
            MailboxNumber.of(id).value()
        };
    }
}
