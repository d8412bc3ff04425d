package fr.sceau.store.message;

import org.apache.james.mailbox.store.mail.model.MapperProvider;
import org.apache.james.mailbox.store.mail.model.MessageWithAttachmentMapperTest;

final class MessageWithAttachmentMapperContractTest extends MessageWithAttachmentMapperTest {
    private final ContractMappers mappers = new ContractMappers(true);

    @Override
    protected MapperProvider createMapperProvider() {
        return mappers;
    }
}
