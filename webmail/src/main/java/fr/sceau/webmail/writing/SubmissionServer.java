package fr.sceau.webmail.writing;

import jakarta.mail.Session;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/** Where mail is handed in: submission over TLS (RFC 8314 3.3), the server's name checked against its certificate. */
public record SubmissionServer(String host, int port, SSLSocketFactory sockets) {
    private static final String CONNECT_MILLIS = "5000";
    private static final String READ_MILLIS = "120000";

    Session session() {
        Properties properties = new Properties();
        properties.put("mail.smtps.ssl.socketFactory", sockets);
        properties.setProperty("mail.smtps.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtps.auth", "true");
        properties.setProperty("mail.smtps.auth.mechanisms", "PLAIN LOGIN");
        properties.setProperty("mail.smtps.localhost", "localhost");
        properties.setProperty("mail.smtps.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtps.timeout", READ_MILLIS);
        properties.setProperty("mail.smtps.writetimeout", READ_MILLIS);
        return Session.getInstance(properties);
    }
}
