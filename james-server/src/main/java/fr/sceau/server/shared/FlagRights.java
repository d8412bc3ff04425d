package fr.sceau.server.shared;

import fr.sceau.store.message.PermittedFlags;
import javax.mail.Flags;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.apache.james.mailbox.exception.InsufficientRightsException;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.apache.james.mailbox.model.MailboxACL.Right;

/**
 * Which flags somebody may change: s for {@code \Seen}, t for {@code \Deleted}, w for all others (RFC 4314 4).
 *
 * @param maySeen right s
 * @param mayDelete right t
 * @param mayWrite right w
 * @param writable whether anything at all may be changed in the folder
 */
record FlagRights(boolean maySeen, boolean mayDelete, boolean mayWrite, boolean writable) {
    static FlagRights of(Rfc4314Rights rights) {
        boolean seen = rights.contains(Right.WriteSeenFlag);
        boolean delete = rights.contains(Right.DeleteMessages);
        boolean write = rights.contains(Right.Write);
        boolean other = rights.contains(Right.Insert) || rights.contains(Right.PerformExpunge);
        return new FlagRights(seen, delete, write, seen || delete || write || other);
    }

    /** The same for the store, which drops the others when it copies. */
    PermittedFlags permitted() {
        return new PermittedFlags(maySeen, mayDelete, mayWrite);
    }

    /** Those of the flags that may be changed; {@code \Recent} is nobody's and passes. */
    Flags among(Flags asked) {
        Flags allowed = mayWrite ? new Flags(asked) : new Flags();
        allowed.remove(Flags.Flag.SEEN);
        allowed.remove(Flags.Flag.DELETED);
        if (maySeen && asked.contains(Flags.Flag.SEEN)) {
            allowed.add(Flags.Flag.SEEN);
        }
        if (mayDelete && asked.contains(Flags.Flag.DELETED)) {
            allowed.add(Flags.Flag.DELETED);
        }
        if (asked.contains(Flags.Flag.RECENT)) {
            allowed.add(Flags.Flag.RECENT);
        }
        return allowed;
    }

    /** What STORE may do of what it asks: a part is enough, none is refused; replacing takes all three rights. */
    Flags change(Flags asked, FlagsUpdateMode mode) throws InsufficientRightsException {
        if (mode == FlagsUpdateMode.REPLACE) {
            if (maySeen && mayDelete && mayWrite) {
                return asked;
            }
            throw new InsufficientRightsException("flags may not be replaced");
        }
        Flags allowed = among(asked);
        if (allowed.equals(new Flags()) && !asked.equals(new Flags())) {
            throw new InsufficientRightsException("flags may not be changed");
        }
        return allowed;
    }
}
