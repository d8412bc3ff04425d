package fr.sceau.store.server;

import fr.sceau.store.content.ContentId;
import org.apache.james.mailbox.store.AbstractMessageIdManagerStorageTest;
import org.apache.james.mailbox.store.MessageIdManagerTestSystem;

final class MessageIdManagerStorageContractTest extends AbstractMessageIdManagerStorageTest {
    @Override
    protected MessageIdManagerTestSystem createTestingData() {
        return system(TestStore.open());
    }

    static MessageIdManagerTestSystem system(TestStore store) {
        return new MessageIdManagerTestSystem(
                store.messageIds(), new ContentId.Factory(), store.mappers(), store.getMailboxManager());
    }
}
