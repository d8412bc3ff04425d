package fr.sceau.store.mailbox;

import fr.sceau.store.TestPostgres;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.james.core.Username;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.UidValidity;
import org.apache.james.mailbox.store.mail.AnnotationMapper;
import org.apache.james.mailbox.store.mail.model.AnnotationMapperTest;

final class AnnotationMapperContractTest extends AnnotationMapperTest {
    private final DataSource database = TestPostgres.fresh();

    @Override
    protected AnnotationMapper createAnnotationMapper() {
        return new JdbcAnnotationMapper(database);
    }

    /** An annotation belongs to a mailbox that is there. */
    @Override
    protected MailboxId generateMailboxId() {
        MailboxPath path = MailboxPath.inbox(Username.of("benwa"));
        return Objects.requireNonNull(new JdbcMailboxMapper(database)
                        .create(path, UidValidity.of(42))
                        .block())
                .getMailboxId();
    }
}
