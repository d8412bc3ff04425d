package fr.sceau.store.mailbox;

import fr.sceau.store.TestPostgres;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.store.mail.MailboxMapper;
import org.apache.james.mailbox.store.mail.model.MailboxMapperTest;

final class MailboxMapperContractTest extends MailboxMapperTest {
    @Override
    protected MailboxMapper createMailboxMapper() {
        return new JdbcMailboxMapper(TestPostgres.fresh());
    }

    @Override
    protected MailboxId generateId() {
        return new MailboxNumber(Long.MAX_VALUE);
    }
}
