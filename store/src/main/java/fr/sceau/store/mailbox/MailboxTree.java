package fr.sceau.store.mailbox;

import fr.sceau.store.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.apache.james.mailbox.MailboxManager.MailboxRenamedResult;
import org.apache.james.mailbox.MailboxManager.RenameOption;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxPath;

/** A mailbox and all below it, moved in one transaction: nobody ever sees half of it under the old name. */
public final class MailboxTree {
    private static final String MEMBERS = MailboxRows.SELECT
            + "WHERE m.id = ? OR (m.owner = ? AND m.namespace = ? AND m.name ^@ ?) ORDER BY m.id FOR UPDATE OF m";
    private static final String SUBSCRIPTION = "WITH gone AS (DELETE FROM subscription WHERE person = ?"
            + " AND mailbox = ANY (?) RETURNING 1)"
            + " INSERT INTO subscription (person, mailbox) SELECT ?, ? WHERE EXISTS (SELECT 1 FROM gone)"
            + " ON CONFLICT DO NOTHING";

    private final Sql sql;

    public MailboxTree(DataSource database) {
        this.sql = new Sql(database);
    }

    /** What moved from where to where, the mailbox itself first. */
    public List<MailboxRenamedResult> rename(MailboxNumber number, MailboxPath to, char delimiter, RenameOption option)
            throws MailboxException {
        return sql.<List<MailboxRenamedResult>, MailboxException>transaction(connection -> {
            lock(connection, number, delimiter);
            MailboxPath from = MailboxRows.lock(connection, number).generateAssociatedPath();
            List<MailboxRenamedResult> moves = moves(members(connection, number, from, delimiter), from, to);
            MailboxRows.setPaths(connection, inOrderOfMoving(moves, from, to));
            if (option == RenameOption.RENAME_SUBSCRIPTIONS) {
                renameSubscriptions(connection, moves);
            }
            return moves;
        });
    }

    /**
     * The one above all need not be the oldest: to lock it first would be another order than everybody else's. Who renames
     * the same tree at the same time is waited for; what is there then is read after this.
     */
    private static void lock(Connection connection, MailboxNumber number, char delimiter)
            throws SQLException, MailboxException {
        members(connection, number, MailboxRows.find(connection, number).generateAssociatedPath(), delimiter);
    }

    private static List<Mailbox> members(Connection connection, MailboxNumber number, MailboxPath from, char delimiter)
            throws SQLException {
        return Sql.query(
                connection,
                MEMBERS,
                MailboxRows::read,
                number.value(),
                from.getUser().asString(),
                from.getNamespace(),
                from.getName() + delimiter);
    }

    private static List<MailboxRenamedResult> moves(List<Mailbox> members, MailboxPath from, MailboxPath to) {
        List<MailboxRenamedResult> moves = new ArrayList<>();
        for (Mailbox member : members) {
            String rest = member.getName().substring(from.getName().length());
            MailboxPath destination = new MailboxPath(to.getNamespace(), to.getUser(), to.getName() + rest);
            moves.add(new MailboxRenamedResult(member.getMailboxId(), member.generateAssociatedPath(), destination));
        }
        moves.sort(byLengthOfName());
        return moves;
    }

    /** A tree that moves below or above itself passes through names of its own: those are made free first. */
    private static List<MailboxRenamedResult> inOrderOfMoving(
            List<MailboxRenamedResult> moves, MailboxPath from, MailboxPath to) {
        boolean namesGrow = to.getName().length() > from.getName().length();
        return moves.stream()
                .sorted(namesGrow ? byLengthOfName().reversed() : byLengthOfName())
                .toList();
    }

    private static Comparator<MailboxRenamedResult> byLengthOfName() {
        return Comparator.comparingInt(move -> move.getOriginPath().getName().length());
    }

    /** Subscriptions written by former versions of James hold the bare name. */
    private static void renameSubscriptions(Connection connection, List<MailboxRenamedResult> moves)
            throws SQLException {
        for (MailboxRenamedResult move : moves) {
            MailboxPath from = move.getOriginPath();
            MailboxPath to = move.getDestinationPath();
            Sql.update(
                    connection,
                    SUBSCRIPTION,
                    from.getUser().asString(),
                    Sql.texts(List.of(from.getName(), from.asEscapedString())),
                    to.getUser().asString(),
                    to.asEscapedString());
        }
    }
}
