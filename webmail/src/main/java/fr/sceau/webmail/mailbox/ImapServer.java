package fr.sceau.webmail.mailbox;

import jakarta.mail.Session;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/** Where the mailboxes are: IMAP over TLS, the server's name checked against its certificate. */
public record ImapServer(String host, int port, SSLSocketFactory sockets) {
    private static final String CONNECT_MILLIS = "5000";
    private static final String READ_MILLIS = "30000";
    private static final String FETCH_BYTES = "262144";
    private static final String APPEND_BYTES = "65536";

    Session session() {
        Properties properties = new Properties();
        properties.put("mail.imaps.ssl.socketFactory", sockets);
        properties.setProperty("mail.imaps.ssl.checkserveridentity", "true"); // RFC 8314 3.1
        properties.setProperty("mail.imaps.auth.mechanisms", "PLAIN LOGIN");
        properties.setProperty("mail.imaps.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.imaps.timeout", READ_MILLIS);
        properties.setProperty("mail.imaps.writetimeout", READ_MILLIS);
        properties.setProperty("mail.imaps.fetchsize", FETCH_BYTES);
        properties.setProperty("mail.imaps.appendbuffersize", APPEND_BYTES); // without it, a whole message in memory
        return Session.getInstance(properties);
    }
}
