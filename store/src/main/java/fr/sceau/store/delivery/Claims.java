package fr.sceau.store.delivery;

import fr.sceau.store.database.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.apache.james.core.Username;
import org.apache.james.mailbox.model.MailboxConstants;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.UidValidity;

/**
 * Takes the right to put a mail into inboxes, one row each. Who comes second waits for the first transaction to end, and
 * then finds the row.
 */
final class Claims {
    private static final String TAKE = "WITH box AS (SELECT o.owner, b.id, " + Quotas.EXCEEDED + " AS exceeded,"
            + " EXISTS (SELECT 1 FROM delivery d WHERE d.mail = ? AND d.mailbox_id = b.id) AS known"
            + " FROM (SELECT unnest(?::text[]) AS owner, ?::bigint AS octets) o"
            + " LEFT JOIN mailbox b ON b.owner = o.owner AND b.namespace = '" + MailboxConstants.USER_NAMESPACE
            + "' AND b.name = '" + MailboxConstants.INBOX + "'),"
            + " claim AS (INSERT INTO delivery (mail, mailbox_id, content_id)"
            + " SELECT ?, id, ? FROM box WHERE id IS NOT NULL AND NOT exceeded AND NOT known ORDER BY id"
            + " ON CONFLICT DO NOTHING RETURNING mailbox_id)"
            + " SELECT box.owner, box.id, claim.mailbox_id IS NOT NULL AS mine, box.exceeded AND NOT box.known AS over"
            + " FROM box LEFT JOIN claim ON claim.mailbox_id = box.id";

    private static final String CREATE = "INSERT INTO mailbox (namespace, owner, name, uid_validity)"
            + " SELECT '" + MailboxConstants.USER_NAMESPACE + "', o, '" + MailboxConstants.INBOX + "', ?"
            + " FROM unnest(?::text[]) o ORDER BY o ON CONFLICT (owner, namespace, name) DO NOTHING";

    private static final String SUBSCRIBE =
            "INSERT INTO subscription (person, mailbox) VALUES (?, ?) ON CONFLICT DO NOTHING";

    /** An inbox and whether this transaction may, and nobody else will, put the mail there. */
    record Claim(String owner, long mailbox, State state) {}

    enum State {
        MINE,
        BEFORE,
        FULL,
        NO_INBOX
    }

    private Claims() {}

    static List<Claim> take(Connection connection, UUID mail, List<String> owners, UUID content, long octets)
            throws SQLException {
        List<Claim> claims = taken(connection, mail, owners, content, octets);
        List<String> without = owners(claims, State.NO_INBOX);
        if (without.isEmpty()) {
            return claims;
        }
        createInboxes(connection, without);
        return java.util.stream.Stream.concat(
                        claims.stream().filter(claim -> claim.state() != State.NO_INBOX),
                        taken(connection, mail, without, content, octets).stream())
                .toList();
    }

    static List<String> owners(List<Claim> claims, State state) {
        return claims.stream()
                .filter(claim -> claim.state() == state)
                .map(Claim::owner)
                .toList();
    }

    private static List<Claim> taken(Connection connection, UUID mail, List<String> owners, UUID content, long octets)
            throws SQLException {
        return Sql.query(connection, TAKE, Claims::read, mail, Sql.texts(owners), octets, mail, content);
    }

    private static Claim read(ResultSet row) throws SQLException {
        long mailbox = row.getLong(2);
        if (row.wasNull()) {
            return new Claim(row.getString(1), 0, State.NO_INBOX);
        }
        if (row.getBoolean(3)) {
            return new Claim(row.getString(1), mailbox, State.MINE);
        }
        return new Claim(row.getString(1), mailbox, row.getBoolean(4) ? State.FULL : State.BEFORE);
    }

    /** Whoever creates the same inbox at the same time is waited for. */
    private static void createInboxes(Connection connection, List<String> owners) throws SQLException {
        long uidValidity = UidValidity.generate().asLong();
        Sql.update(connection, CREATE, uidValidity, Sql.texts(owners));
        for (String owner : owners) {
            String inbox = MailboxPath.inbox(Username.of(owner)).asEscapedString();
            Sql.update(connection, SUBSCRIBE, owner, inbox);
        }
    }
}
