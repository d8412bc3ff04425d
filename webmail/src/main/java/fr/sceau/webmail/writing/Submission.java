package fr.sceau.webmail.writing;

import fr.sceau.webmail.Refusal;
import fr.sceau.webmail.WebmailException;
import fr.sceau.webmail.mailbox.Credentials;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.springframework.stereotype.Component;

/**
 * Hands a message to the submission service under the sender's own login, as any mail program does. All recipients are
 * accepted or none.
 */
@Component
public final class Submission {
    private final SubmissionServer server;

    public Submission(SubmissionServer server) {
        this.server = server;
    }

    /** Returns when the server answered 250, and so keeps the message. */
    public void send(MimeMessage message, Credentials credentials) {
        try (Transport transport = server.session().getTransport("smtps")) {
            connect(transport, credentials);
            transmit(transport, message);
        } catch (MessagingException e) {
            throw new WebmailException(Refusal.SUBMISSION_AWAY, e);
        }
    }

    private void connect(Transport transport, Credentials credentials) throws MessagingException {
        try {
            transport.connect(
                    server.host(),
                    server.port(),
                    credentials.login(),
                    credentials.password().reveal());
        } catch (AuthenticationFailedException e) {
            throw new WebmailException(Refusal.LOGIN_REFUSED, e);
        }
    }

    private static void transmit(Transport transport, MimeMessage message) throws MessagingException {
        try {
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw SmtpReply.find(e, message.getAllRecipients())
                    .map(SmtpReply::refusal)
                    .orElseGet(() -> new WebmailException(Refusal.OUTCOME_UNKNOWN, e));
        }
    }
}
