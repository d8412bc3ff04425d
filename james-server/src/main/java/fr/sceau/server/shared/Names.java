package fr.sceau.server.shared;

import fr.sceau.server.accounts.AccountSessions;
import fr.sceau.server.accounts.LoginName;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MailboxConstants;
import org.apache.james.mailbox.model.MailboxPath;

/**
 * Names of folders as a session shows them. James 3.8.1 takes every name for one of the session's user; here a name below
 * {@value #ROOT} is a folder of somebody else's box. In a session of {@code person+box@domain} all names are the box's.
 */
public final class Names {
    /** Where boxes of others are shown (RFC 2342, other users' namespace). */
    public static final String ROOT = "Partages";

    static final char DELIMITER = AccountSessions.DELIMITER;

    private Names() {}

    /** The prefix of all names below {@link #ROOT}. */
    public static String prefix() {
        return ROOT + DELIMITER;
    }

    /** Whose folders the session shows without prefix. */
    public static Username root(MailboxSession session) {
        return session.getLoggedInUser()
                .flatMap(login -> LoginName.parse(login.asString()))
                .map(name -> Username.of(name.box()))
                .orElse(session.getUser());
    }

    /** Whether the session shows one box of somebody else and nothing more. */
    public static boolean showsOneBox(MailboxSession session) {
        return !root(session).equals(session.getUser());
    }

    /** The folder that a shown name stands for; empty when it cannot stand for any. */
    static Optional<Place> place(MailboxPath shown, MailboxSession session) {
        if (!shown.belongsTo(session)) {
            return Optional.of(new Place(shown.getUser(), shown)); // from inside the server: already real
        }
        if (showsOneBox(session)) {
            return Optional.of(Place.in(root(session), shown.getName()));
        }
        String name = shown.getName();
        if (name.equals(ROOT)) {
            return Optional.empty();
        }
        return name.startsWith(prefix())
                ? shared(name.substring(prefix().length()))
                : Optional.of(Place.in(session.getUser(), name));
    }

    /** How the session shows a real folder. */
    static MailboxPath shown(MailboxPath real, MailboxSession session) {
        if (real.getUser().equals(root(session))) {
            return MailboxPath.forUser(session.getUser(), real.getName());
        }
        String box = prefix() + real.getUser().asString();
        return MailboxPath.forUser(session.getUser(), real.isInbox() ? box : box + DELIMITER + real.getName());
    }

    private static Optional<Place> shared(String rest) {
        int end = rest.indexOf(DELIMITER);
        String box = end < 0 ? rest : rest.substring(0, end);
        String folder = end < 0 ? MailboxConstants.INBOX : rest.substring(end + 1);
        boolean alias = end >= 0 && folder.equalsIgnoreCase(MailboxConstants.INBOX); // the box's own name is its inbox
        return LoginName.parse(box)
                .filter(name -> name.ownBox() && !alias && box.indexOf('@') == box.lastIndexOf('@'))
                .map(name -> Place.in(Username.of(name.box()), folder));
    }
}
