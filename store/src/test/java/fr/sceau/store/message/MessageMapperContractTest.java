package fr.sceau.store.message;

import fr.sceau.store.LeftOut;
import org.apache.james.mailbox.store.mail.model.MapperProvider;
import org.apache.james.mailbox.store.mail.model.MessageMapperTest;
import org.apache.james.utils.UpdatableTickingClock;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeftOut.Condition.class)
@LeftOut("getHighestMoseqShouldBeEqualToZeroOnEmptyMailbox") // RFC 7162 7: 1 at least
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
