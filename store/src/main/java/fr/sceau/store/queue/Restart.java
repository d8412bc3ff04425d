package fr.sceau.store.queue;

import fr.sceau.store.database.Sql;
import fr.sceau.store.mail.Attempts;
import fr.sceau.store.mail.Envelope;
import fr.sceau.store.mail.UnreadableEnvelope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;

/** Moves a row to the queue of the mailets, in the caller's transaction; the content stays where it is. */
final class Restart {
    /** The processor of conf/mailetcontainer.xml for mail that goes back to its sender. */
    private static final String RETURNED = "returned";

    /** Where James' failure notices take their reason from. */
    private static final AttributeName REASON = AttributeName.of("delivery-error");

    private Restart() {}

    static void fromTheBeginning(Connection connection, WaitingMail mail) throws SQLException, UnreadableEnvelope {
        MailImpl james = mail.envelope().mail();
        Attempts.forget(james);
        james.setState(Mail.DEFAULT);
        move(connection, mail, james);
    }

    static void asUndeliverable(Connection connection, WaitingMail mail, String reason)
            throws SQLException, UnreadableEnvelope {
        MailImpl james = mail.envelope().mail();
        Attempts.forget(james);
        james.setErrorMessage(reason);
        james.setAttribute(new Attribute(REASON, AttributeValue.of(reason)));
        james.setState(RETURNED);
        move(connection, mail, james);
    }

    static void remove(Connection connection, WaitingMail mail) throws SQLException {
        String table = mail.parked() ? "repository_mail" : "queue_mail";
        Sql.update(connection, "DELETE FROM " + table + " WHERE id = ?", mail.id());
    }

    private static void move(Connection connection, WaitingMail mail, MailImpl james) throws SQLException {
        QueueRows.insert(
                connection,
                new QueueRows.NewRow(
                        MailQueueFactory.SPOOL.asString(),
                        MailFields.destination(james),
                        MailFields.priority(james),
                        Optional.empty(),
                        Optional.of(mail.since()),
                        Envelope.of(james),
                        mail.content()));
        remove(connection, mail);
    }
}
