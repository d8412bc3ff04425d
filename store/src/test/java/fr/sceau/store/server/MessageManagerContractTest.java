package fr.sceau.store.server;

import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.store.AbstractMessageManagerTest;
import org.apache.james.mailbox.store.MessageManagerTestSystem;
import org.junit.jupiter.api.BeforeEach;

final class MessageManagerContractTest extends AbstractMessageManagerTest {
    @BeforeEach
    void openStore() throws Exception {
        super.setup(new System(TestStore.open()));
    }

    private static final class System extends MessageManagerTestSystem {
        private final TestStore store;

        System(TestStore store) {
            super(store.getMailboxManager());
            this.store = store;
        }

        @Override
        public Mailbox createMailbox(MailboxPath path, MailboxSession session) throws MailboxException {
            return Created.mailbox(store, path, session);
        }
    }
}
