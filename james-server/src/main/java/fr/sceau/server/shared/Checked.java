package fr.sceau.server.shared;

import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;

/**
 * Sessions in which the store works for the owner of a box after {@link Rights} was asked about the person. They carry the
 * number of the person's session, so that its own changes are not announced to it again.
 */
final class Checked {
    private static final Object MARK = new Object();

    private Checked() {}

    static MailboxSession by(MailboxSession person, Username owner) {
        MailboxSession session = new MailboxSession(
                person.getSessionId(),
                owner,
                Optional.of(person.getUser()),
                List.of(),
                person.getPathDelimiter(),
                MailboxSession.SessionType.System);
        session.getAttributes().put(MARK, MARK);
        return session;
    }

    static boolean is(MailboxSession session) {
        return session.getAttributes().containsKey(MARK);
    }
}
