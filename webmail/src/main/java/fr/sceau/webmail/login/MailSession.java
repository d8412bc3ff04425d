package fr.sceau.webmail.login;

import fr.sceau.webmail.mailbox.Correspondent;
import fr.sceau.webmail.mailbox.Credentials;
import fr.sceau.webmail.mailbox.Mailbox;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;

/**
 * What the server keeps of one person between login and log-out. When it leaves the HTTP session, by log-out or after a
 * while without use, its connections are closed and its password is wiped. It is never written to disk.
 */
public final class MailSession implements HttpSessionBindingListener {
    /** Name of the session attribute. */
    public static final String KEY = "sceau.mail";

    private final Correspondent self;
    private final Credentials credentials;
    private final Mailbox mailbox;

    MailSession(Correspondent self, Credentials credentials, Mailbox mailbox) {
        this.self = self;
        this.credentials = credentials;
        this.mailbox = mailbox;
    }

    /** The mailbox as a sender. */
    public Correspondent self() {
        return self;
    }

    /** For the submission service only. */
    public Credentials credentials() {
        return credentials;
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        mailbox.close();
        credentials.password().wipe();
    }

    @Override
    public String toString() {
        return "MailSession[…]";
    }
}
