package fr.sceau.webmail.world;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.sceau.smime.facts.MessageFacts;
import fr.sceau.webmail.mailbox.Credentials;
import fr.sceau.webmail.mailbox.ImapServer;
import fr.sceau.webmail.mailbox.Mailbox;
import fr.sceau.webmail.mailbox.Password;
import fr.sceau.webmail.writing.SubmissionServer;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** An IMAP and submission server over TLS with a doctor's and a service's mailbox, in memory. */
public final class MailWorld implements AutoCloseable {
    public static final String DOCTOR = "claire.martin@exemple.mssante.test";
    public static final String SERVICE = "cardiologie@exemple.mssante.test";
    public static final String SECRETARY = "leila.benali+cardiologie@exemple.mssante.test";
    public static final String LABORATORY = "laboratoire@exemple.mssante.test";
    public static final String SECRET = "mot de passe d'essai";

    private final GreenMail server;

    private MailWorld(GreenMail server) {
        this.server = server;
    }

    public static MailWorld start() {
        System.setProperty(
                "greenmail.tls.keystore.file", TestHome.SHARED.serverKey().toString());
        System.setProperty("greenmail.tls.keystore.password", TestHome.PASSWORD);
        System.setProperty("greenmail.tls.key.password", TestHome.PASSWORD);
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
        });
        server.start();
        for (String address : List.of(DOCTOR, LABORATORY)) {
            server.setUser(address, address, SECRET);
        }
        server.setUser(SERVICE, SECRETARY, SECRET);
        return new MailWorld(server);
    }

    public int imapsPort() {
        return server.getImaps().getPort();
    }

    public int submissionsPort() {
        return server.getSmtps().getPort();
    }

    public ImapServer imap() {
        return new ImapServer("localhost", imapsPort(), TestHome.SHARED.sockets());
    }

    public SubmissionServer submission() {
        return new SubmissionServer("localhost", submissionsPort(), TestHome.SHARED.sockets());
    }

    public static Credentials credentials(String login) {
        return new Credentials(login, new Password(SECRET));
    }

    public Mailbox open(String login) {
        return Mailbox.open(imap(), credentials(login));
    }

    /** Puts a message, given as text with LF line ends, into the login's inbox, as our server does. */
    public void deliver(String login, String message, String... keywords) {
        Flags flags = new Flags(MessageFacts.JUDGED_KEYWORD);
        List.of(keywords).forEach(flags::add);
        put(login, message, flags);
    }

    /** Puts a message into the login's inbox as any mail client can, by IMAP APPEND. */
    public void append(String login, String message) {
        put(login, message, new Flags());
    }

    private void put(String login, String message, Flags flags) {
        try {
            byte[] bytes = message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            MimeMessage mime = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            inbox(login).appendMessage(mime, flags, new Date());
        } catch (MessagingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private MailFolder inbox(String login) {
        try {
            GreenMailUser user = server.getUserManager().getUser(login);
            ImapHostManager mailboxes = server.getManagers().getImapHostManager();
            return mailboxes.getInbox(user);
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was handed in or delivered, in all mailboxes. */
    public MimeMessage[] received() {
        return server.getReceivedMessages();
    }

    @Override
    public void close() {
        server.stop();
    }
}
