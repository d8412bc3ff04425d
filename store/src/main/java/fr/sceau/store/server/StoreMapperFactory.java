package fr.sceau.store.server;

import fr.sceau.store.mailbox.JdbcAnnotationMapper;
import fr.sceau.store.mailbox.JdbcMailboxMapper;
import fr.sceau.store.mailbox.JdbcModSeqProvider;
import fr.sceau.store.mailbox.JdbcSubscriptionMapper;
import fr.sceau.store.mailbox.JdbcUidProvider;
import fr.sceau.store.message.JdbcAttachmentMapper;
import fr.sceau.store.message.JdbcMessageIdMapper;
import fr.sceau.store.message.JdbcMessageMapper;
import java.time.Clock;
import javax.inject.Inject;
import javax.sql.DataSource;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.store.MailboxSessionMapperFactory;
import org.apache.james.mailbox.store.mail.AnnotationMapper;
import org.apache.james.mailbox.store.mail.AttachmentMapper;
import org.apache.james.mailbox.store.mail.AttachmentMapperFactory;
import org.apache.james.mailbox.store.mail.MailboxMapper;
import org.apache.james.mailbox.store.mail.MessageIdMapper;
import org.apache.james.mailbox.store.mail.MessageMapper;
import org.apache.james.mailbox.store.mail.ModSeqProvider;
import org.apache.james.mailbox.store.mail.UidProvider;
import org.apache.james.mailbox.store.user.SubscriptionMapper;

/** The mappers of every session: they hold no state, so all sessions have the same ones. */
public final class StoreMapperFactory extends MailboxSessionMapperFactory implements AttachmentMapperFactory {
    private final MessageMapper messages;
    private final MessageIdMapper messageIds;
    private final MailboxMapper mailboxes;
    private final AnnotationMapper annotations;
    private final SubscriptionMapper subscriptions;
    private final AttachmentMapper attachments;
    private final UidProvider uids;
    private final ModSeqProvider modSeqs;

    @Inject
    public StoreMapperFactory(DataSource database, Clock clock) {
        this.messages = new JdbcMessageMapper(database, clock);
        this.messageIds = new JdbcMessageIdMapper(database, clock);
        this.mailboxes = new JdbcMailboxMapper(database);
        this.annotations = new JdbcAnnotationMapper(database);
        this.subscriptions = new JdbcSubscriptionMapper(database);
        this.attachments = new JdbcAttachmentMapper(database);
        this.uids = new JdbcUidProvider(database);
        this.modSeqs = new JdbcModSeqProvider(database);
    }

    @Override
    public MessageMapper createMessageMapper(MailboxSession session) {
        return messages;
    }

    @Override
    public MessageIdMapper createMessageIdMapper(MailboxSession session) {
        return messageIds;
    }

    @Override
    public MailboxMapper createMailboxMapper(MailboxSession session) {
        return mailboxes;
    }

    @Override
    public AnnotationMapper createAnnotationMapper(MailboxSession session) {
        return annotations;
    }

    @Override
    public SubscriptionMapper createSubscriptionMapper(MailboxSession session) {
        return subscriptions;
    }

    @Override
    public AttachmentMapper createAttachmentMapper(MailboxSession session) {
        return attachments;
    }

    @Override
    public AttachmentMapper getAttachmentMapper(MailboxSession session) {
        return attachments;
    }

    @Override
    public UidProvider getUidProvider() {
        return uids;
    }

    @Override
    public ModSeqProvider getModSeqProvider() {
        return modSeqs;
    }
}
