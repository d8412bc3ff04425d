package fr.sceau.server.shared;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.EntryKey;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.apache.james.mailbox.model.MailboxCounters;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxMetaData;
import org.apache.james.mailbox.model.MailboxMetaData.Children;
import org.apache.james.mailbox.model.MailboxMetaData.Selectability;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.UidValidity;

/** Lines of a LIST answer for the shown names of one session. */
final class Entries {
    private final MailboxSession session;
    private final Set<String> folders;
    private final Set<String> above = new TreeSet<>();

    Entries(MailboxSession session, Set<String> folders) {
        this.session = session;
        this.folders = folders;
        for (String name : folders) {
            for (int end = name.lastIndexOf(Names.DELIMITER);
                    end > 0;
                    end = name.lastIndexOf(Names.DELIMITER, end - 1)) {
                above.add(name.substring(0, end));
            }
        }
    }

    MailboxMetaData folder(String name, Mailbox real, Rfc4314Rights rights) {
        MailboxPath path = MailboxPath.forUser(session.getUser(), name);
        Mailbox shown = new Mailbox(path, real.getUidValidity(), real.getMailboxId());
        return new MailboxMetaData(
                shown,
                Names.DELIMITER,
                above.contains(name) ? Children.HAS_CHILDREN : Children.HAS_NO_CHILDREN,
                Selectability.NONE,
                new MailboxACL(Map.of(EntryKey.createUserEntryKey(session.getUser()), rights)),
                MailboxCounters.empty(real.getMailboxId()));
    }

    /** Names that hold folders and are none. */
    Stream<MailboxMetaData> namesAbove() {
        return above.stream().filter(name -> !folders.contains(name)).map(this::nameAlone);
    }

    private MailboxMetaData nameAlone(String name) {
        Mailbox none = new Mailbox(MailboxPath.forUser(session.getUser(), name), UidValidity.of(1), new NoFolder(name));
        return new MailboxMetaData(
                none,
                Names.DELIMITER,
                Children.HAS_CHILDREN,
                Selectability.NOSELECT,
                MailboxACL.EMPTY,
                MailboxCounters.empty(none.getMailboxId()));
    }

    /** The number of what has none. */
    record NoFolder(String name) implements MailboxId {
        @Override
        public String serialize() {
            return "none:" + name;
        }
    }
}
