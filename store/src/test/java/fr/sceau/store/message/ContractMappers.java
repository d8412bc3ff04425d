package fr.sceau.store.message;

import fr.sceau.store.TestPostgres;
import fr.sceau.store.content.ContentId;
import fr.sceau.store.database.Sql;
import fr.sceau.store.mailbox.JdbcMailboxMapper;
import fr.sceau.store.mailbox.JdbcModSeqProvider;
import fr.sceau.store.mailbox.MailboxNumber;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.store.mail.AttachmentMapper;
import org.apache.james.mailbox.store.mail.MailboxMapper;
import org.apache.james.mailbox.store.mail.MessageIdMapper;
import org.apache.james.mailbox.store.mail.MessageMapper;
import org.apache.james.mailbox.store.mail.model.MapperProvider;
import org.apache.james.utils.UpdatableTickingClock;

/** Our mappers on an empty database, as James' contracts ask for them. */
final class ContractMappers implements MapperProvider {
    static final int UNUSED = 1_000_000;

    final UpdatableTickingClock clock = new UpdatableTickingClock(Instant.parse("2026-01-01T10:00:00Z"));

    private final DataSource database = TestPostgres.fresh();
    private final AtomicLong lastUid = new AtomicLong(1000); // far from those that the mapper draws itself
    private final boolean idsExist;

    /** {@code idsExist}: whether there is a mailbox behind the identifiers that are generated. */
    ContractMappers(boolean idsExist) {
        this.idsExist = idsExist;
    }

    @Override
    public List<Capabilities> getSupportedCapabilities() {
        return List.of(Capabilities.values());
    }

    @Override
    public MailboxMapper createMailboxMapper() {
        return new JdbcMailboxMapper(database);
    }

    @Override
    public MessageMapper createMessageMapper() {
        return new JdbcMessageMapper(database, clock);
    }

    @Override
    public MessageIdMapper createMessageIdMapper() {
        return new JdbcMessageIdMapper(database, clock);
    }

    @Override
    public AttachmentMapper createAttachmentMapper() {
        return new JdbcAttachmentMapper(database);
    }

    @Override
    public MailboxId generateId() {
        return idsExist
                ? new Sql(database)
                        .first(
                                "INSERT INTO mailbox (namespace, owner, name, uid_validity)"
                                        + " VALUES ('#private', 'contract', gen_random_uuid(), 42) RETURNING id",
                                row -> new MailboxNumber(row.getLong(1)))
                        .orElseThrow()
                : new MailboxNumber(UNUSED);
    }

    @Override
    public MessageUid generateMessageUid() {
        return MessageUid.of(lastUid.incrementAndGet());
    }

    @Override
    public ModSeq generateModSeq(Mailbox mailbox) throws MailboxException {
        try {
            return new JdbcModSeqProvider(database).nextModSeq(mailbox);
        } catch (MailboxNotFoundException e) {
            return ModSeq.first();
        }
    }

    @Override
    public ModSeq highestModSeq(Mailbox mailbox) throws MailboxException {
        return new JdbcModSeqProvider(database).highestModSeq(mailbox);
    }

    @Override
    public boolean supportPartialAttachmentFetch() {
        return true;
    }

    @Override
    public MessageId generateMessageId() {
        return new ContentId.Factory().generate();
    }
}
