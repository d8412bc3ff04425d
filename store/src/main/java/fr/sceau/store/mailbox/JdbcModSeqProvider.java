package fr.sceau.store.mailbox;

import javax.inject.Inject;
import javax.sql.DataSource;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.store.mail.ModSeqProvider;

/** Modseqs for James' tools; the message mapper draws its own together with the change they are for. */
public final class JdbcModSeqProvider implements ModSeqProvider {
    private final Counters counters;

    @Inject
    public JdbcModSeqProvider(DataSource database) {
        this.counters = new Counters(database);
    }

    @Override
    public ModSeq nextModSeq(Mailbox mailbox) throws MailboxException {
        return nextModSeq(mailbox.getMailboxId());
    }

    @Override
    public ModSeq nextModSeq(MailboxId mailbox) throws MailboxException {
        return ModSeq.of(counters.nextModSeq(mailbox));
    }

    @Override
    public ModSeq highestModSeq(Mailbox mailbox) throws MailboxException {
        return highestModSeq(mailbox.getMailboxId());
    }

    @Override
    public ModSeq highestModSeq(MailboxId mailbox) throws MailboxException {
        return ModSeq.of(counters.highestModSeq(mailbox));
    }
}
