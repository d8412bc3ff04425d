package fr.sceau.store.mailbox;

import java.util.Optional;
import javax.inject.Inject;
import javax.sql.DataSource;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.store.mail.UidProvider;

/** UIDs for James' tools; the message mapper draws its own together with the change they are for. */
public final class JdbcUidProvider implements UidProvider {
    private final Counters counters;

    @Inject
    public JdbcUidProvider(DataSource database) {
        this.counters = new Counters(database);
    }

    @Override
    public MessageUid nextUid(Mailbox mailbox) throws MailboxException {
        return nextUid(mailbox.getMailboxId());
    }

    @Override
    public MessageUid nextUid(MailboxId mailbox) throws MailboxException {
        return MessageUid.of(counters.nextUid(mailbox));
    }

    @Override
    public Optional<MessageUid> lastUid(Mailbox mailbox) throws MailboxException {
        return Optional.of(counters.lastUid(mailbox.getMailboxId()))
                .filter(uid -> uid > 0)
                .map(MessageUid::of);
    }
}
