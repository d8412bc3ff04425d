package fr.sceau.store.message;

import org.apache.james.mailbox.store.mail.model.MapperProvider;
import org.apache.james.mailbox.store.mail.model.MessageMoveTest;

final class MessageMoveContractTest extends MessageMoveTest {
    private final ContractMappers mappers = new ContractMappers(false);

    @Override
    protected MapperProvider createMapperProvider() {
        return mappers;
    }
}
