package fr.sceau.store.mailbox;

import fr.sceau.store.TestPostgres;
import org.apache.james.mailbox.store.mail.MailboxMapper;
import org.apache.james.mailbox.store.mail.model.MailboxMapperACLTest;

final class MailboxRightsContractTest extends MailboxMapperACLTest {
    @Override
    protected MailboxMapper createMailboxMapper() {
        return new JdbcMailboxMapper(TestPostgres.fresh());
    }
}
