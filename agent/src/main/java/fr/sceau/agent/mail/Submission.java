package fr.sceau.agent.mail;

import fr.sceau.agent.AgentException;
import fr.sceau.agent.ExitCode;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Hands sealed messages to the operator's submission service, over one connection that is renewed when it breaks. */
public final class Submission implements AutoCloseable {
    private final ServerAccess server;
    private final Session session;
    private @Nullable SMTPTransport connection;
    private boolean hasEntered;

    public Submission(ServerAccess server, ServerTrust trust) {
        this.server = server;
        this.session = Session.getInstance(properties(server, trust));
    }

    /**
     * Offers one message.
     *
     * @param id goes out as the envelope identifier, which delivery reports quote
     * @throws AgentException when trying again would be pointless: wrong password, untrusted server
     */
    public Answer submit(String id, String from, String recipient, Path sealed) throws AgentException, IOException {
        try {
            SMTPTransport open = connected();
            SealedMail mail = new SealedMail(session, sealed, from);
            if (open.supportsExtension("DSN")) {
                askForReports(mail, id, recipient);
            }
            open.sendMessage(mail, new Address[] {new InternetAddress(recipient)});
            return new Answer.Accepted();
        } catch (MessagingException e) {
            Answer answer = refusedLogin(e) ? new Answer.Later("identification refusée", true) : ReplyReader.read(e);
            if (answer instanceof Answer.Later later && later.disconnected()) {
                close();
            }
            return answer;
        }
    }

    /** RFC 3461 4: report success and failure, name the recipient as it was given, quote our identifier. */
    private void askForReports(SealedMail mail, String id, String recipient) {
        mail.setMailExtension("RET=HDRS ENVID=" + id);
        session.getProperties().put("mail.smtp.dsn.notify", "SUCCESS,FAILURE ORCPT=rfc822;" + xtext(recipient));
    }

    private SMTPTransport connected() throws MessagingException, AgentException {
        SMTPTransport open = connection;
        if (open != null && open.isConnected()) {
            return open;
        }
        close();
        SMTPTransport fresh = (SMTPTransport) session.getTransport("smtp");
        try {
            fresh.connect(
                    server.host(),
                    server.port(),
                    server.login(),
                    server.password().reveal());
        } catch (MessagingException e) {
            if (ReplyReader.isCertificateRefusal(e)) {
                throw new AgentException(ExitCode.USAGE, "le certificat du serveur n'est pas digne de confiance", e);
            }
            throw e;
        }
        connection = fresh;
        hasEntered = true;
        return fresh;
    }

    /**
     * A login that worked before and fails now is an outage behind the server (its accounts are away); one that never
     * worked is wrong.
     */
    private boolean refusedLogin(MessagingException e) throws AgentException {
        if (!(e instanceof AuthenticationFailedException)) {
            return false;
        }
        String reply = String.valueOf(e.getMessage()).strip();
        if (!hasEntered && !reply.startsWith("4")) {
            throw new AgentException(ExitCode.USAGE, "identifiant ou mot de passe refusé par le serveur");
        }
        return true;
    }

    private static Properties properties(ServerAccess server, ServerTrust trust) {
        Properties properties = new Properties();
        boolean starttls = server.tls() == TlsMode.STARTTLS;
        properties.put("mail.smtp.auth", "true");
        properties.put("mail.smtp.starttls.enable", String.valueOf(starttls));
        properties.put("mail.smtp.starttls.required", String.valueOf(starttls));
        properties.put("mail.smtp.ssl.enable", String.valueOf(!starttls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.ssl.socketFactory", trust.sockets());
        properties.put("mail.smtp.ssl.socketFactory.fallback", "false");
        properties.put("mail.smtp.localhost", "[127.0.0.1]"); // tells nothing of this computer
        properties.put("mail.smtp.connectiontimeout", "10000");
        properties.put("mail.smtp.timeout", "120000"); // after DATA a server may take its time. RFC 5321 4.5.3.2
        properties.put("mail.smtp.writetimeout", "120000");
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }

    /** RFC 3461 4 */
    private static String xtext(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > 32 && b < 127 && b != '+' && b != '=';
            encoded.append(plain ? String.valueOf((char) b) : String.format("+%02X", b & 0xff));
        }
        return encoded.toString();
    }

    @Override
    public void close() {
        SMTPTransport open = connection;
        connection = null;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (MessagingException e) {
            // the connection is being given up: how it ends changes nothing for any message
        }
    }
}
