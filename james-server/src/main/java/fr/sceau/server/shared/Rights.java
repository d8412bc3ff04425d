package fr.sceau.server.shared;

import fr.sceau.server.accounts.DelegationsInForce;
import fr.sceau.server.accounts.Share;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.acl.MailboxACLResolver;
import org.apache.james.mailbox.exception.InsufficientRightsException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.exception.UnsupportedRightException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.ACLCommand;
import org.apache.james.mailbox.model.MailboxACL.EntryKey;
import org.apache.james.mailbox.model.MailboxACL.NameType;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxId;

/**
 * What a person may do with a folder at this moment: everything with her own; with another's, what the delegations in force
 * give on the whole box and what the owner wrote into the folder's ACL (RFC 4314).
 */
@Singleton
public final class Rights {
    private static final Rfc4314Rights READ = new Rfc4314Rights(Right.Lookup, Right.Read);
    private static final Rfc4314Rights WRITE = new Rfc4314Rights(
            Right.Lookup,
            Right.Read,
            Right.WriteSeenFlag,
            Right.Write,
            Right.Insert,
            Right.DeleteMessages,
            Right.PerformExpunge,
            Right.CreateMailbox,
            Right.DeleteMailbox);

    private final DelegationsInForce delegations;
    private final MailboxACLResolver acl;
    /** ACLs that were changed since the start: a folder that was opened before carries an older one. */
    private final Map<MailboxId, MailboxACL> changed = new ConcurrentHashMap<>();

    @Inject
    public Rights(DelegationsInForce delegations, MailboxACLResolver acl) {
        this.delegations = delegations;
        this.acl = acl;
    }

    /** An owner changed an ACL; {@code reading} reads it. One reading at a time, so that what the last one read stays. */
    void changed(MailboxId folder, Supplier<MailboxACL> reading) {
        changed.compute(folder, (id, before) -> reading.get());
    }

    /** All of them on one folder. */
    public Rfc4314Rights of(MailboxSession session, Mailbox folder) {
        if (folder.getUser().equals(session.getUser())) {
            return MailboxACL.FULL_RIGHTS;
        }
        return union(folder, session.getUser(), onBox(session, folder.getUser()));
    }

    /** The same without asking the database, for a thread that must not wait. */
    Rfc4314Rights asLastRead(MailboxSession session, Mailbox folder) {
        Set<Share> shares = delegations.sharesAsLastRead(
                session.getUser().asString(), folder.getUser().asString());
        return union(folder, session.getUser(), letters(shares));
    }

    /** Those on every folder of a box. */
    Rfc4314Rights onBox(MailboxSession session, Username owner) {
        return letters(delegations.shares(session.getUser().asString(), owner.asString()));
    }

    /** Boxes that were delegated to the person for reading at the least. */
    List<Username> readableBoxes(MailboxSession session) {
        return delegations.boxes(session.getUser().asString(), Share.READ).stream()
                .map(Username::of)
                .toList();
    }

    /** Passes when the person has all of these; a folder that she may not even see does not exist for her. */
    void need(MailboxSession session, Mailbox folder, Right... needed)
            throws InsufficientRightsException, MailboxNotFoundException {
        Rfc4314Rights rights = of(session, folder);
        if (!rights.contains(Right.Lookup)) {
            throw new MailboxNotFoundException(folder.getMailboxId());
        }
        if (!rights.contains(needed)) {
            throw new InsufficientRightsException("right not given on this folder");
        }
    }

    /**
     * The same change for the login that is meant. Logins are compared in lower case: what was given to one spelling could
     * not be taken away by another. Every login has an @; a word without it stays what it is, so that none becomes one of
     * RFC 4314's words for everybody.
     */
    static ACLCommand ofLogin(ACLCommand command) {
        EntryKey key = command.getEntryKey();
        if (key.getNameType() != NameType.user || key.getName().indexOf('@') < 0) {
            return command;
        }
        return MailboxACL.command()
                .key(new EntryKey(key.getName().toLowerCase(Locale.ROOT), NameType.user, key.isNegative()))
                .rights(command.getRights())
                .mode(command.getEditMode())
                .build();
    }

    private static Rfc4314Rights letters(Set<Share> shares) {
        if (shares.contains(Share.WRITE)) {
            return WRITE;
        }
        return shares.contains(Share.READ) ? READ : MailboxACL.NO_RIGHTS;
    }

    private Rfc4314Rights union(Mailbox folder, Username person, Rfc4314Rights delegated) {
        MailboxACL now = changed.getOrDefault(folder.getMailboxId(), folder.getACL());
        try {
            return delegated.union(
                    acl.resolveRights(person, now, folder.getUser().asString()));
        } catch (UnsupportedRightException e) {
            throw new IllegalStateException("a stored ACL holds letters that RFC 4314 does not know", e);
        }
    }
}
