package fr.sceau.webmail.mailbox;

import fr.sceau.webmail.Refusal;
import fr.sceau.webmail.WebmailException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.IOException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * The connections of one person to the IMAP server. Several threads may work at once, each in a folder of its own; a
 * connection that the server closed meanwhile is opened again, once.
 */
final class ImapConnection implements AutoCloseable {
    private final ImapServer server;
    private final Credentials credentials;
    private final IMAPStore store;

    ImapConnection(ImapServer server, Credentials credentials) {
        this.server = server;
        this.credentials = credentials;
        try {
            this.store = (IMAPStore) server.session().getStore("imaps");
        } catch (MessagingException e) {
            throw new IllegalStateException("the IMAP provider is part of this program", e);
        }
    }

    /** What to do in an open folder. */
    interface Work<T> {
        T in(IMAPFolder folder) throws MessagingException, IOException;
    }

    <T> T reading(MailFolder folder, Work<T> work) {
        return inFolder(folder, Folder.READ_ONLY, work);
    }

    <T> T writing(MailFolder folder, Work<T> work) {
        return inFolder(folder, Folder.READ_WRITE, work);
    }

    private <T> T inFolder(MailFolder folder, int mode, Work<T> work) {
        try {
            return attempt(folder, mode, work);
        } catch (FolderClosedException | StoreClosedException first) {
            return again(folder, mode, work);
        } catch (MessagingException | IOException e) {
            throw new WebmailException(Refusal.MAIL_SERVER_AWAY, e);
        }
    }

    private <T> T again(MailFolder folder, int mode, Work<T> work) {
        try {
            return attempt(folder, mode, work);
        } catch (MessagingException | IOException e) {
            throw new WebmailException(Refusal.MAIL_SERVER_AWAY, e);
        }
    }

    private <T> T attempt(MailFolder name, int mode, Work<T> work) throws MessagingException, IOException {
        connect();
        IMAPFolder folder = (IMAPFolder) store.getFolder(name.imapName());
        if (name != MailFolder.INBOX && !folder.exists()) {
            folder.create(Folder.HOLDS_MESSAGES);
        }
        folder.open(mode);
        try {
            return work.in(folder);
        } finally {
            leave(folder);
        }
    }

    private static void leave(IMAPFolder folder) throws MessagingException {
        if (folder.isOpen()) {
            folder.close(false); // close() would expunge what other clients only marked as deleted
        }
    }

    /** Makes sure that there is a connection, and so that login and password are right. */
    synchronized void connect() {
        if (store.isConnected()) {
            return;
        }
        try {
            store.connect(
                    server.host(),
                    server.port(),
                    credentials.login(),
                    credentials.password().reveal());
        } catch (AuthenticationFailedException e) {
            throw new WebmailException(Refusal.LOGIN_REFUSED, e);
        } catch (MessagingException e) {
            throw new WebmailException(Refusal.MAIL_SERVER_AWAY, e);
        }
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException e) {
            // The connection is gone either way, which is all that was wanted.
            return;
        }
    }
}
