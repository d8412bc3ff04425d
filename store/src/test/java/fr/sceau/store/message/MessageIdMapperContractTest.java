package fr.sceau.store.message;

import org.apache.james.mailbox.store.mail.model.MapperProvider;
import org.apache.james.mailbox.store.mail.model.MessageIdMapperTest;
import org.apache.james.utils.UpdatableTickingClock;

final class MessageIdMapperContractTest extends MessageIdMapperTest {
    private final ContractMappers mappers = new ContractMappers(false);

    @Override
    protected MapperProvider provideMapper() {
        return mappers;
    }

    @Override
    protected UpdatableTickingClock updatableTickingClock() {
        return mappers.clock;
    }
}
