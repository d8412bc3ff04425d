package fr.sceau.store.server;

import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.store.AbstractCombinationManagerTest;
import org.apache.james.mailbox.store.CombinationManagerTestSystem;

final class CombinationManagerContractTest extends AbstractCombinationManagerTest {
    @Override
    protected CombinationManagerTestSystem createTestingData() {
        return new System(TestStore.open());
    }

    private static final class System extends CombinationManagerTestSystem {
        private final TestStore store;

        System(TestStore store) {
            super(store.getMailboxManager(), store.messageIds());
            this.store = store;
        }

        @Override
        public Mailbox createMailbox(MailboxPath path, MailboxSession session) throws MailboxException {
            return Created.mailbox(store, path, session);
        }

        @Override
        public MessageManager createMessageManager(Mailbox mailbox, MailboxSession session) {
            return store.getMailboxManager().createMessageManager(mailbox, session);
        }
    }
}
