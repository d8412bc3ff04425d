package fr.sceau.webmail.login;

import fr.sceau.directory.client.Directory;
import fr.sceau.directory.client.DirectoryException;
import fr.sceau.directory.client.MailboxEntry;
import fr.sceau.webmail.Refusal;
import fr.sceau.webmail.WebmailException;
import fr.sceau.webmail.mailbox.Correspondent;
import fr.sceau.webmail.mailbox.Credentials;
import fr.sceau.webmail.mailbox.ImapServer;
import fr.sceau.webmail.mailbox.Mailbox;
import fr.sceau.webmail.mailbox.Password;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens mailboxes: the mail server alone decides whether a login and password are right. */
@Component
class Entrance {
    private final ImapServer server;
    private final Directory directory;
    private final LoginGuard guard;

    Entrance(ImapServer server, Directory directory, LoginGuard guard) {
        this.server = server;
        this.directory = directory;
        this.guard = guard;
    }

    MailSession enter(String typed, String password, String from) {
        LoginName name = LoginName.parse(typed).orElseThrow(() -> new WebmailException(Refusal.LOGIN_REFUSED));
        guard.check(name.login(), from);
        Credentials credentials = new Credentials(name.login(), new Password(password));
        try {
            Mailbox mailbox = Mailbox.open(server, credentials);
            guard.succeeded(name.login(), from);
            return new MailSession(self(name.mailbox()), credentials, mailbox);
        } catch (WebmailException e) {
            credentials.password().wipe();
            if (e.refusal() == Refusal.LOGIN_REFUSED) {
                guard.failed(name.login(), from);
            }
            throw e;
        }
    }

    /** Without the directory there is no name to show, and mail works all the same. */
    private Correspondent self(String address) {
        Optional<MailboxEntry> entry;
        try {
            entry = directory.byMail(address);
        } catch (DirectoryException e) {
            entry = Optional.empty();
        }
        return new Correspondent(entry.map(MailboxEntry::displayName).orElse(""), address);
    }
}
