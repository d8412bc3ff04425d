package fr.sceau.demo.mail;

import fr.sceau.demo.DemoException;
import fr.sceau.demo.Installation;
import fr.sceau.demo.world.Cast;
import fr.sceau.demo.world.Logins.Login;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** One SMTP connection to the installation; messages go out byte for byte. */
public final class Outbox implements AutoCloseable {
    private static final String TIMEOUT = "60000";
    private static final int CLASS = 100;
    private static final int TRANSIENT = 4;

    private final Session session;
    private final Transport transport;

    private Outbox(Properties properties, String protocol) throws MessagingException {
        this.session = Session.getInstance(properties);
        this.transport = session.getTransport(protocol);
    }

    /** Submission with implicit TLS, as somebody who logs in. */
    public static Outbox submission(Installation installation, Login login) {
        Properties properties = common("smtps");
        properties.put("mail.smtps.ssl.socketFactory", Tls.anonymous(installation));
        properties.put("mail.smtps.ssl.checkserveridentity", "true");
        properties.put("mail.smtps.auth", "true");
        return connect(properties, "smtps", installation, "submissions.port", login.login(), login.password());
    }

    /** Port of other operators: STARTTLS and the partner's client certificate. */
    public static Outbox asPartner(Installation installation) {
        Properties properties = common("smtp");
        properties.put("mail.smtp.ssl.socketFactory", Tls.asPartner(installation));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
        properties.put("mail.smtp.localhost", "mx." + Cast.PARTNER_DOMAIN);
        return connect(properties, "smtp", installation, "mx.port", "", "");
    }

    private static Outbox connect(
            Properties properties, String protocol, Installation at, String port, String login, String password) {
        try {
            Outbox outbox = new Outbox(properties, protocol);
            if (login.isEmpty()) {
                outbox.transport.connect(at.connectHost(), at.port(port), null, null);
            } else {
                outbox.transport.connect(at.connectHost(), at.port(port), login, password);
            }
            return outbox;
        } catch (MessagingException e) {
            throw new DemoException("connexion refusée (" + port + " " + at.port(port) + ")", e);
        }
    }

    private static Properties common(String protocol) {
        Properties properties = new Properties();
        properties.put("mail." + protocol + ".connectiontimeout", TIMEOUT);
        properties.put("mail." + protocol + ".timeout", TIMEOUT);
        properties.put("mail." + protocol + ".writetimeout", TIMEOUT);
        return properties;
    }

    /** What the server answered. */
    public enum Answer {
        /** 250: kept. */
        ACCEPTED,
        /** It had already accepted these very bytes. */
        ALREADY
    }

    /** Sends; anything but acceptance is an exception with the server's words. */
    public Answer send(String from, List<String> to, byte[] message) {
        try {
            Address[] recipients = InternetAddress.parse(String.join(",", to));
            transport.sendMessage(new RawMail(session, from, message), recipients);
            return Answer.ACCEPTED;
        } catch (SMTPSendFailedException e) {
            if (String.valueOf(e.getMessage()).contains("[already-accepted]")) {
                return Answer.ALREADY;
            }
            throw refused(e);
        } catch (MessagingException e) {
            throw new DemoException("envoi interrompu", e);
        }
    }

    private static DemoException refused(SMTPSendFailedException e) {
        boolean later = e.getReturnCode() / CLASS == TRANSIENT;
        return new DemoException(later ? "le serveur demande de réessayer" : "envoi refusé", e);
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // Everything was acknowledged before; a lost goodbye changes nothing.
            System.err.println("demo : fin de connexion SMTP irrégulière");
        }
    }
}
