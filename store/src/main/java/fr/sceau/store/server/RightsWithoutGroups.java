package fr.sceau.store.server;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.apache.james.mailbox.acl.UnionMailboxACLResolver;
import org.apache.james.mailbox.exception.UnsupportedRightException;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.EntryKey;
import org.apache.james.mailbox.model.MailboxACL.NameType;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.jspecify.annotations.Nullable;

/**
 * Nobody is member of a group here, so an entry for one gives and takes nothing. James' resolver fails at such an entry:
 * whoever may administer a mailbox could close it to everybody by sharing it with a group.
 */
public final class RightsWithoutGroups extends UnionMailboxACLResolver {
    @Override
    public Rfc4314Rights resolveRights(@Nullable Username person, @Nullable MailboxACL rights, String owner)
            throws UnsupportedRightException {
        return super.resolveRights(person, rights == null ? null : withoutGroups(rights), owner);
    }

    private static MailboxACL withoutGroups(MailboxACL rights) {
        Map<EntryKey, Rfc4314Rights> entries = rights.getEntries().entrySet().stream()
                .filter(entry -> entry.getKey().getNameType() != NameType.group)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new MailboxACL(entries);
    }
}
