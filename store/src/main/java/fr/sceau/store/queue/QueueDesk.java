package fr.sceau.store.queue;

import fr.sceau.store.StoreException;
import fr.sceau.store.content.Contents;
import fr.sceau.store.database.Sql;
import fr.sceau.store.mail.UnreadableEnvelope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What an operator does with mail that waits. Works on the rows alone, whether a server runs or not; a running one looks
 * twice a second. Mail that a server works on is left to it.
 */
public final class QueueDesk {
    private static final String ALL = WaitingMail.QUEUED + " UNION ALL " + WaitingMail.PARKED;
    private static final String LOCKED_ROW = "SELECT * FROM (%s WHERE %s.id = ? FOR UPDATE OF %2$s) AS mail";

    private final Sql sql;

    public QueueDesk(DataSource database) {
        this.sql = new Sql(database);
    }

    /** The mails that have waited longest. */
    public List<WaitingMail> list(int most) {
        return sql.query(
                "SELECT * FROM (" + ALL + ") AS mail ORDER BY parked, since, id LIMIT ?", WaitingMail::read, most);
    }

    public Optional<WaitingMail> find(long id) {
        return sql.first("SELECT * FROM (" + ALL + ") AS mail WHERE id = ?", WaitingMail::read, id);
    }

    /** How many mails wait, how many of them are put aside, and since when the oldest waits in a queue. */
    public Count count() {
        return sql.first(
                        "SELECT (SELECT count(*) FROM queue_mail), (SELECT count(*) FROM repository_mail),"
                                + " (SELECT min(since) FROM queue_mail)",
                        row -> new Count(
                                row.getLong(1),
                                row.getLong(2),
                                Optional.ofNullable(row.getObject(3, OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant)))
                .orElseThrow();
    }

    /** Whether a mail server works on this database. */
    public boolean isServed() {
        return sql.first(ServerLock.HOLDERS, row -> row.getInt(1)).isPresent();
    }

    /** A queued mail is tried now; a parked one starts again as if it had just been accepted. */
    public Answer retry(long id) {
        return with(id, (connection, mail) -> {
            if (mail.parked()) {
                Restart.fromTheBeginning(connection, mail);
            } else {
                Sql.update(connection, "UPDATE queue_mail SET due = NULL, returned = 0 WHERE id = ?", id);
            }
        });
    }

    /** The mail goes through all steps again, out of whatever queue it is in. */
    public Answer restart(long id) {
        return with(id, Restart::fromTheBeginning);
    }

    /** The mail goes back to its sender with that reason, as if it could not be delivered. */
    public Answer giveBack(long id, String reason) {
        return with(id, (connection, mail) -> Restart.asUndeliverable(connection, mail, reason));
    }

    /** The mail is gone, and nobody is told. */
    public Answer delete(long id) {
        return with(id, (connection, mail) -> {
            Restart.remove(connection, mail);
            Contents.release(connection, List.of(mail.content()));
        });
    }

    private Answer with(long id, Change change) {
        boolean served = isServed();
        return sql.<Answer, RuntimeException>transaction(connection -> {
            Optional<WaitingMail> mail = lock(connection, id);
            if (mail.isEmpty()) {
                return Answer.UNKNOWN;
            }
            if (mail.get().inWork() && served) {
                return Answer.IN_WORK;
            }
            apply(connection, mail.get(), change);
            return Answer.CHANGED;
        });
    }

    private static void apply(Connection connection, WaitingMail mail, Change change) throws SQLException {
        try {
            change.apply(connection, mail);
        } catch (UnreadableEnvelope e) {
            StoreException failure = StoreException.permanent("Le message " + mail.id() + " n'est pas lisible");
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private static Optional<WaitingMail> lock(Connection connection, long id) throws SQLException {
        Optional<WaitingMail> queued =
                Sql.first(connection, LOCKED_ROW.formatted(WaitingMail.QUEUED, "q"), WaitingMail::read, id);
        return queued.isPresent()
                ? queued
                : Sql.first(connection, LOCKED_ROW.formatted(WaitingMail.PARKED, "r"), WaitingMail::read, id);
    }

    /** What came of an operator's wish. */
    public enum Answer {
        CHANGED,
        UNKNOWN,
        IN_WORK
    }

    public record Count(long queued, long parked, Optional<Instant> oldest) {}

    private interface Change {
        void apply(Connection connection, WaitingMail mail) throws SQLException, UnreadableEnvelope;
    }
}
