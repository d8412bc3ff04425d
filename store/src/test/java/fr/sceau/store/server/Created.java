package fr.sceau.store.server;

import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxPath;

/** A mailbox that a test has just made. */
final class Created {
    private Created() {}

    static Mailbox mailbox(TestStore store, MailboxPath path, MailboxSession session) throws MailboxException {
        SceauMailboxManager manager = store.getMailboxManager();
        manager.createMailbox(path, session);
        return manager.getMailbox(path, session).getMailboxEntity();
    }
}
