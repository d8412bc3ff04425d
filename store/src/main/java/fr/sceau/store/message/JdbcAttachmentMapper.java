package fr.sceau.store.message;

import fr.sceau.store.content.ContentId;
import fr.sceau.store.content.Contents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.inject.Inject;
import javax.sql.DataSource;
import org.apache.james.mailbox.exception.AttachmentNotFoundException;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.AttachmentId;
import org.apache.james.mailbox.model.AttachmentMetadata;
import org.apache.james.mailbox.model.Cid;
import org.apache.james.mailbox.model.MessageAttachmentMetadata;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.model.ParsedAttachment;
import org.apache.james.mailbox.store.mail.AttachmentMapper;

/**
 * Attachments for whoever asks James for them one by one. IMAP does not: a message storer that takes attachments out of
 * every message would store most octets twice.
 */
public final class JdbcAttachmentMapper implements AttachmentMapper {
    private final AttachmentRows rows;

    @Inject
    public JdbcAttachmentMapper(DataSource database) {
        this.rows = new AttachmentRows(database);
    }

    @Override
    public InputStream loadAttachmentContent(AttachmentId id) throws AttachmentNotFoundException {
        return number(id)
                .flatMap(rows::octets)
                .map(ByteArrayInputStream::new)
                .orElseThrow(() -> new AttachmentNotFoundException(id.getId()));
    }

    @Override
    public AttachmentMetadata getAttachment(AttachmentId id) throws AttachmentNotFoundException {
        return find(List.of(given(id))).stream()
                .findFirst()
                .orElseThrow(() -> new AttachmentNotFoundException(id.getId()));
    }

    @Override
    public List<AttachmentMetadata> getAttachments(Collection<AttachmentId> ids) {
        return find(given(ids));
    }

    @Override
    public List<MessageAttachmentMetadata> storeAttachments(Collection<ParsedAttachment> attachments, MessageId owner)
            throws MailboxException {
        List<MessageAttachmentMetadata> stored = new ArrayList<>();
        List<Object[]> inserts = new ArrayList<>();
        for (ParsedAttachment each : attachments) {
            MessageAttachmentMetadata metadata = metadata(each, owner);
            inserts.add(insert(metadata, each, ContentId.of(owner)));
            stored.add(metadata);
        }
        if (!inserts.isEmpty()) {
            rows.add(inserts);
        }
        return stored;
    }

    @Override
    public Collection<MessageId> getRelatedMessageIds(AttachmentId id) {
        return find(List.of(id)).stream().map(AttachmentMetadata::getMessageId).toList();
    }

    private List<AttachmentMetadata> find(Collection<AttachmentId> ids) {
        List<UUID> numbers = ids.stream().flatMap(id -> number(id).stream()).toList();
        return rows.byId(numbers).stream()
                .map(MessageAttachmentMetadata::getAttachment)
                .toList();
    }

    private static MessageAttachmentMetadata metadata(ParsedAttachment attachment, MessageId owner)
            throws MailboxException {
        try {
            AttachmentId id = AttachmentId.from(Contents.newId().toString());
            return attachment.asMessageAttachment(id, attachment.getContent().size(), owner);
        } catch (IOException e) {
            throw new MailboxException("Pièce jointe illisible", e);
        }
    }

    private static Object[] insert(MessageAttachmentMetadata metadata, ParsedAttachment attachment, ContentId owner)
            throws MailboxException {
        try {
            return new Object[] {
                UUID.fromString(metadata.getAttachmentId().getId()),
                owner.value(),
                metadata.getAttachment().getType().asString(),
                metadata.getAttachment().getSize(),
                metadata.getName().orElse(null),
                metadata.getCid().map(Cid::getValue).orElse(null),
                metadata.isInline(),
                attachment.getContent().read()
            };
        } catch (IOException e) {
            throw new MailboxException("Pièce jointe illisible", e);
        }
    }

    /** Attachments of ours have a UUID; whatever else is asked for is not here. */
    private static Optional<UUID> number(AttachmentId id) {
        try {
            return Optional.of(UUID.fromString(id.getId()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("ConstantValue") // James calls without null checks
    private static <T> T given(T value) {
        if (value == null) {
            throw new IllegalArgumentException("Il faut un identifiant de pièce jointe");
        }
        return value;
    }
}
