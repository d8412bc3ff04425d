package fr.sceau.store.message;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.Multimap;
import fr.sceau.store.content.ContentId;
import fr.sceau.store.database.Sql;
import fr.sceau.store.mailbox.MailboxNumber;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import javax.mail.Flags;
import javax.sql.DataSource;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.ComposedMessageIdWithMetaData;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.model.UpdatedFlags;
import org.apache.james.mailbox.store.FlagsUpdateCalculator;
import org.apache.james.mailbox.store.mail.MessageIdMapper;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Messages by their content, in whatever mailboxes they are. */
public final class JdbcMessageIdMapper implements MessageIdMapper {
    private static final String MAILBOXES = "SELECT mailbox_id FROM message WHERE content_id = ? ORDER BY mailbox_id";

    private final Sql sql;
    private final MessageReads reads;
    private final Clock clock;

    public JdbcMessageIdMapper(DataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.reads = new MessageReads(database);
        this.clock = clock;
    }

    @Override
    public List<MailboxMessage> find(Collection<MessageId> ids, FetchType type) {
        List<UUID> contents = ids.stream().map(JdbcMessageIdMapper::content).toList();
        return contents.isEmpty() ? List.of() : List.copyOf(reads.ofContents(contents, type));
    }

    @Override
    public Publisher<ComposedMessageIdWithMetaData> findMetadata(MessageId id) {
        return Work.later(() -> find(List.of(id), FetchType.METADATA))
                .flatMapMany(Flux::fromIterable)
                .map(MailboxMessage::getComposedMessageIdWithMetaData);
    }

    @Override
    public List<MailboxId> findMailboxes(MessageId id) {
        return sql.query(MAILBOXES, row -> new MailboxNumber(row.getLong(1)), content(id)).stream()
                .<MailboxId>map(number -> number)
                .toList();
    }

    @Override
    public void save(MailboxMessage message) throws MailboxException {
        Summary summary = Additions.summary(message);
        put(message, MailboxNumber.of(message.getMailboxId()), c -> Additions.writeContent(c, message, summary));
    }

    @Override
    public void copyInMailbox(MailboxMessage message, Mailbox mailbox) throws MailboxException {
        put(message, MailboxNumber.of(mailbox), c -> {});
    }

    /** James has drawn uid and modseq already; the row takes them as they are. */
    private void put(MailboxMessage message, MailboxNumber mailbox, Before before) throws MailboxException {
        Date saved = Date.from(clock.instant());
        Work.transaction(sql, c -> {
            if (MailboxLocks.take(c, List.of(mailbox.value())).isEmpty()) {
                throw new MailboxNotFoundException(mailbox);
            }
            before.run(c);
            return Placements.put(c, mailbox.value(), message, saved);
        });
        message.setSaveDate(saved);
    }

    @Override
    public void delete(MessageId id) {
        delete(id, findMailboxes(id));
    }

    @Override
    public void delete(MessageId id, Collection<MailboxId> mailboxes) {
        TreeSet<Long> numbers = numbers(mailboxes);
        sql.<Integer, RuntimeException>transaction(c -> {
            MailboxLocks.take(c, numbers);
            for (long mailbox : numbers) {
                Expunge.content(c, mailbox, content(id));
            }
            return numbers.size();
        });
    }

    @Override
    public Mono<Multimap<MailboxId, UpdatedFlags>> setFlags(
            MessageId id, List<MailboxId> mailboxes, Flags flags, FlagsUpdateMode mode) {
        FlagsUpdateCalculator calculator = new FlagsUpdateCalculator(flags, mode);
        return Work.later(() -> Work.transaction(sql, c -> change(c, id, numbers(mailboxes), calculator)));
    }

    private static Multimap<MailboxId, UpdatedFlags> change(
            Connection c, MessageId id, TreeSet<Long> mailboxes, FlagsUpdateCalculator calculator) throws SQLException {
        Multimap<MailboxId, UpdatedFlags> changes = ArrayListMultimap.create();
        FlagChange change = FlagChange.ofContent(content(id));
        for (long mailbox : mailboxes) {
            changes.putAll(new MailboxNumber(mailbox), change.make(c, mailbox, calculator));
        }
        return changes;
    }

    private static UUID content(MessageId id) {
        return ContentId.of(id).value();
    }

    /** In the order in which locks are taken. */
    private static TreeSet<Long> numbers(Collection<MailboxId> mailboxes) {
        TreeSet<Long> numbers = new TreeSet<>();
        mailboxes.forEach(id -> numbers.add(MailboxNumber.of(id).value()));
        return numbers;
    }

    private interface Before {
        void run(Connection c) throws SQLException, MailboxException;
    }
}
