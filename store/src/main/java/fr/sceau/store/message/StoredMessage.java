package fr.sceau.store.message;

import fr.sceau.store.content.ContentId;
import fr.sceau.store.mailbox.MailboxNumber;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.mail.Flags;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.model.ComposedMessageId;
import org.apache.james.mailbox.model.ComposedMessageIdWithMetaData;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageAttachmentMetadata;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.model.ThreadId;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.apache.james.mailbox.store.mail.model.impl.Properties;
import org.jspecify.annotations.Nullable;

/** A message as it was when it was read. What James sets on it changes this object only. One thread at a time. */
public final class StoredMessage implements MailboxMessage {
    private final MessageRow row;
    private final MessageOctets octets;
    private final FetchType type;
    private final MailboxId mailbox;
    private MessageUid uid;
    private ModSeq modSeq;
    private Flags flags;
    private Optional<Date> saveDate;

    StoredMessage(MessageRow row, MessageOctets octets, FetchType type) {
        this(row, octets, type, new MailboxNumber(row.mailbox()));
    }

    private StoredMessage(MessageRow row, MessageOctets octets, FetchType type, MailboxId mailbox) {
        this.row = row;
        this.octets = octets;
        this.type = type;
        this.mailbox = mailbox;
        this.uid = MessageUid.of(row.uid());
        this.modSeq = ModSeq.of(row.modSeq());
        this.flags = row.toFlags();
        this.saveDate = row.saveDate();
    }

    public MessageOctets octets() {
        return octets;
    }

    @Override
    public MailboxMessage copy(Mailbox target) {
        StoredMessage copy = new StoredMessage(row, octets, type, target.getMailboxId());
        copy.uid = uid;
        copy.modSeq = modSeq;
        copy.flags = createFlags();
        copy.saveDate = saveDate;
        return copy;
    }

    @Override
    public MessageId getMessageId() {
        return new ContentId(row.content());
    }

    @Override
    public ThreadId getThreadId() {
        return ThreadId.fromBaseMessageId(new ContentId(row.thread()));
    }

    @Override
    public ComposedMessageIdWithMetaData getComposedMessageIdWithMetaData() {
        return ComposedMessageIdWithMetaData.builder()
                .composedMessageId(new ComposedMessageId(mailbox, getMessageId(), uid))
                .flags(createFlags())
                .modSeq(modSeq)
                .threadId(getThreadId())
                .build();
    }

    @Override
    public MailboxId getMailboxId() {
        return mailbox;
    }

    @Override
    public Date getInternalDate() {
        return row.internalDate();
    }

    @Override
    public InputStream getHeaderContent() throws IOException {
        return new ByteArrayInputStream(octets.header());
    }

    @Override
    public InputStream getBodyContent() {
        return octets.openBody();
    }

    @Override
    public InputStream getFullContent() throws IOException {
        return octets.openAll();
    }

    @Override
    public long getHeaderOctets() {
        return row.headerOctets();
    }

    @Override
    public long getBodyOctets() {
        return octets.bodySize();
    }

    @Override
    public long getFullContentOctets() {
        return row.octets();
    }

    @Override
    public @Nullable String getMediaType() {
        return getProperties().getMediaType();
    }

    @Override
    public @Nullable String getSubType() {
        return getProperties().getSubType();
    }

    @Override
    public @Nullable Long getTextualLineCount() {
        return getProperties().getTextualLineCount();
    }

    @Override
    public Properties getProperties() {
        try {
            return octets.summary().properties();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<MessageAttachmentMetadata> getAttachments() {
        boolean wanted = type == FetchType.FULL || type == FetchType.ATTACHMENTS_METADATA;
        return wanted ? octets.attachments() : List.of();
    }

    @Override
    public Flags createFlags() {
        return new Flags(flags);
    }

    @Override
    public void setFlags(Flags flags) {
        this.flags = new Flags(flags);
    }

    @Override
    public boolean isAnswered() {
        return flags.contains(Flags.Flag.ANSWERED);
    }

    @Override
    public boolean isDeleted() {
        return flags.contains(Flags.Flag.DELETED);
    }

    @Override
    public boolean isDraft() {
        return flags.contains(Flags.Flag.DRAFT);
    }

    @Override
    public boolean isFlagged() {
        return flags.contains(Flags.Flag.FLAGGED);
    }

    @Override
    public boolean isRecent() {
        return flags.contains(Flags.Flag.RECENT);
    }

    @Override
    public boolean isSeen() {
        return flags.contains(Flags.Flag.SEEN);
    }

    @Override
    public MessageUid getUid() {
        return uid;
    }

    @Override
    public void setUid(MessageUid uid) {
        this.uid = uid;
    }

    @Override
    public ModSeq getModSeq() {
        return modSeq;
    }

    @Override
    public void setModSeq(ModSeq modSeq) {
        this.modSeq = modSeq;
    }

    @Override
    public Optional<Date> getSaveDate() {
        return saveDate;
    }

    @Override
    public void setSaveDate(Date saveDate) {
        this.saveDate = Optional.of(saveDate);
    }
}
