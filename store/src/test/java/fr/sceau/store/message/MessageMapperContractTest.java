package fr.sceau.store.message;

import org.apache.james.mailbox.store.mail.model.MapperProvider;
import org.apache.james.mailbox.store.mail.model.MessageMapperTest;
import org.apache.james.utils.UpdatableTickingClock;

final class MessageMapperContractTest extends MessageMapperTest {
    private final ContractMappers mappers = new ContractMappers(false);

    @Override
    protected MapperProvider createMapperProvider() {
        return mappers;
    }

    @Override
    protected UpdatableTickingClock updatableTickingClock() {
        return mappers.clock;
    }
}
