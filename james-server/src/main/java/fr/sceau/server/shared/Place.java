package fr.sceau.server.shared;

import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MailboxPath;

/**
 * A real folder, whether it exists or not.
 *
 * @param owner address of the box that it belongs to
 * @param path as the store knows it
 */
record Place(Username owner, MailboxPath path) {
    static Place in(Username owner, String folder) {
        return new Place(owner, MailboxPath.forUser(owner, folder));
    }

    boolean belongsTo(MailboxSession session) {
        return owner.equals(session.getUser());
    }
}
