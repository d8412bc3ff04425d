package fr.sceau.store.message;

import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.store.mail.AttachmentMapper;
import org.apache.james.mailbox.store.mail.model.AttachmentMapperTest;

final class AttachmentMapperContractTest extends AttachmentMapperTest {
    private final ContractMappers mappers = new ContractMappers(false);

    @Override
    protected AttachmentMapper createAttachmentMapper() {
        return mappers.createAttachmentMapper();
    }

    @Override
    protected MessageId generateMessageId() {
        return mappers.generateMessageId();
    }
}
