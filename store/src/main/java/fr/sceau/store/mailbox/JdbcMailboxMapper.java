package fr.sceau.store.mailbox;

import fr.sceau.store.content.Contents;
import fr.sceau.store.database.Blocking;
import fr.sceau.store.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager.MailboxRenamedResult;
import org.apache.james.mailbox.acl.ACLDiff;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxExistsException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.exception.UnsupportedRightException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.EntryKey;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.UidValidity;
import org.apache.james.mailbox.model.search.MailboxQuery;
import org.apache.james.mailbox.store.mail.MailboxMapper;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Mailboxes by name, number and rights. Every change is one transaction. */
public final class JdbcMailboxMapper implements MailboxMapper {
    private static final String BY_PATH = MailboxRows.SELECT + "WHERE m.owner = ? AND m.namespace = ? AND m.name = ?";
    static final String BY_PREFIX =
            MailboxRows.SELECT + "WHERE m.owner = ? AND m.namespace = ? AND m.name ^@ ? ORDER BY m.name";
    private static final String SHARED = MailboxRows.SELECT
            + "WHERE m.owner <> ?"
            + " AND m.id IN (SELECT mailbox_id FROM mailbox_right WHERE entry = ANY (?) AND strpos(rights, ?) > 0)"
            + " AND m.id NOT IN (SELECT mailbox_id FROM mailbox_right WHERE entry = ANY (?) AND strpos(rights, ?) > 0)"
            + " ORDER BY m.owner, m.name";

    private final Sql sql;

    public JdbcMailboxMapper(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public Mono<Mailbox> create(MailboxPath path, UidValidity uidValidity) {
        return Blocking.mono(() -> {
            long number = sql.first(
                            "INSERT INTO mailbox (namespace, owner, name, uid_validity) VALUES (?, ?, ?, ?)"
                                    + " ON CONFLICT DO NOTHING RETURNING id",
                            row -> row.getLong(1),
                            path.getNamespace(),
                            path.getUser().asString(),
                            path.getName(),
                            uidValidity.asLong())
                    .orElseThrow(() -> new MailboxExistsException(path.getName()));
            return new Mailbox(path, uidValidity, new MailboxNumber(number));
        });
    }

    /** One mailbox without those below it; {@link MailboxTree} moves all together. */
    @Override
    public Mono<MailboxId> rename(Mailbox mailbox) {
        MailboxNumber number = MailboxNumber.of(mailbox);
        MailboxPath path = mailbox.generateAssociatedPath();
        return Blocking.mono(() -> sql.<MailboxId, MailboxException>transaction(connection -> {
            MailboxPath from = MailboxRows.lock(connection, number).generateAssociatedPath();
            if (from.equals(path)) {
                throw new MailboxExistsException(path.getName());
            }
            MailboxRows.setPaths(connection, List.of(new MailboxRenamedResult(number, from, path)));
            return number;
        }));
    }

    /** The octets of its messages go with it, where no other mailbox or mail shares them. */
    @Override
    public Mono<Void> delete(Mailbox mailbox) {
        long number = MailboxNumber.of(mailbox).value();
        return Blocking.run(() -> sql.<Boolean, RuntimeException>transaction(connection -> {
            Sql.query(connection, "SELECT 1 FROM mailbox WHERE id = ? FOR UPDATE", row -> 1, number);
            List<UUID> contents = Sql.query(
                    connection,
                    "DELETE FROM message WHERE mailbox_id = ? RETURNING content_id",
                    row -> row.getObject(1, UUID.class),
                    number);
            Sql.update(connection, "DELETE FROM mailbox WHERE id = ?", number);
            Contents.release(connection, contents);
            return true;
        }));
    }

    @Override
    public Mono<Mailbox> findMailboxByPath(MailboxPath path) {
        return Blocking.flux(() -> sql.query(
                        BY_PATH, MailboxRows::read, path.getUser().asString(), path.getNamespace(), path.getName()))
                .next();
    }

    @Override
    public Mono<Mailbox> findMailboxById(MailboxId id) {
        return Blocking.mono(() -> sql.first(
                        MailboxRows.SELECT + "WHERE m.id = ?",
                        MailboxRows::read,
                        MailboxNumber.of(id).value())
                .orElseThrow(() -> new MailboxNotFoundException(id)));
    }

    /** Whom nobody's entry and no {@code authenticated} or {@code anybody} gives the right, or a negative one takes it. */
    @Override
    public Flux<Mailbox> findNonPersonalMailboxes(Username user, Right right) {
        String letter = String.valueOf(right.asCharacter());
        return Blocking.flux(() -> sql.query(
                SHARED, MailboxRows::read, user.asString(), entries(user, false), letter, entries(user, true), letter));
    }

    private static Sql.Values entries(Username user, boolean negative) {
        return Sql.texts(List.of(
                EntryKey.createUserEntryKey(user, negative).serialize(),
                (negative ? MailboxACL.AUTHENTICATED_NEGATIVE_KEY : MailboxACL.AUTHENTICATED_KEY).serialize(),
                (negative ? MailboxACL.ANYBODY_NEGATIVE_KEY : MailboxACL.ANYBODY_KEY).serialize()));
    }

    /** The database takes what precedes the first wildcard, the query itself decides on the rest. */
    @Override
    public Flux<Mailbox> findMailboxWithPathLike(MailboxQuery.UserBound query) {
        return Blocking.flux(() -> sql.query(
                        BY_PREFIX,
                        MailboxRows::read,
                        query.getFixedUser().asString(),
                        query.getFixedNamespace(),
                        NamePrefix.of(query.getMailboxNameExpression())))
                .filter(query::matches);
    }

    @Override
    public Mono<Boolean> hasChildren(Mailbox mailbox, char delimiter) {
        return Blocking.mono(() -> sql.first(
                        "SELECT 1 FROM mailbox WHERE owner = ? AND namespace = ? AND name ^@ ? LIMIT 1",
                        row -> true,
                        mailbox.getUser().asString(),
                        mailbox.getNamespace(),
                        mailbox.getName() + delimiter)
                .isPresent());
    }

    /** Applied to what is stored, whatever {@code mailbox} says: two administrators do not undo each other. */
    @Override
    public Mono<ACLDiff> updateACL(Mailbox mailbox, MailboxACL.ACLCommand command) {
        return changeRights(mailbox, stored -> stored.apply(command));
    }

    @Override
    public Mono<ACLDiff> setACL(Mailbox mailbox, MailboxACL rights) {
        return changeRights(mailbox, stored -> rights);
    }

    @Override
    public Flux<Mailbox> list() {
        return Blocking.flux(
                () -> sql.query(MailboxRows.SELECT + "ORDER BY m.owner, m.namespace, m.name", MailboxRows::read));
    }

    private Mono<ACLDiff> changeRights(Mailbox mailbox, RightsChange change) {
        return Blocking.mono(() ->
                sql.<ACLDiff, MailboxException>transaction(connection -> changeRights(connection, mailbox, change)));
    }

    private static ACLDiff changeRights(Connection connection, Mailbox mailbox, RightsChange change)
            throws SQLException, MailboxException {
        MailboxNumber number = MailboxNumber.of(mailbox);
        MailboxACL before = MailboxRows.lock(connection, number).getACL();
        MailboxACL after = change.apply(before);
        RightRows.replace(connection, number.value(), after);
        mailbox.setACL(after);
        return ACLDiff.computeDiff(before, after);
    }

    private interface RightsChange {
        MailboxACL apply(MailboxACL stored) throws UnsupportedRightException;
    }
}
