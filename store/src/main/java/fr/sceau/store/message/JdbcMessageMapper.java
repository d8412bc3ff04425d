package fr.sceau.store.message;

import fr.sceau.store.database.Sql;
import fr.sceau.store.mailbox.MailboxNumber;
import java.time.Clock;
import java.util.Date;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.mail.Flags;
import javax.sql.DataSource;
import org.apache.james.mailbox.FlagsBuilder;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.ComposedMessageIdWithMetaData;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxCounters;
import org.apache.james.mailbox.model.MessageMetaData;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.UpdatedFlags;
import org.apache.james.mailbox.store.FlagsUpdateCalculator;
import org.apache.james.mailbox.store.mail.MessageMapper;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Messages of a mailbox. Every method that changes is one transaction of its own. */
public final class JdbcMessageMapper implements MessageMapper {
    private final Sql sql;
    private final MailboxPages pages;
    private final MailboxFacts facts;
    private final Clock clock;

    public JdbcMessageMapper(DataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.pages = new MailboxPages(database);
        this.facts = new MailboxFacts(database);
        this.clock = clock;
    }

    @Override
    public Iterator<MailboxMessage> findInMailbox(Mailbox mailbox, MessageRange set, FetchType type, int limit)
            throws MailboxException {
        Pages<MailboxMessage> found = pages.messages(number(mailbox), from(set), to(set), type, limit);
        Work.now(found::hasNext);
        return found;
    }

    @Override
    public Flux<MailboxMessage> findInMailboxReactive(Mailbox mailbox, MessageRange set, FetchType type, int limit) {
        return Pages.flux(() -> pages.messages(number(mailbox), from(set), to(set), type, limit));
    }

    @Override
    public Flux<ComposedMessageIdWithMetaData> listMessagesMetadata(Mailbox mailbox, MessageRange set) {
        return pages.metadata(number(mailbox), from(set), to(set));
    }

    @Override
    public Flux<MessageUid> listAllMessageUids(Mailbox mailbox) {
        return pages.uids(number(mailbox));
    }

    @Override
    public List<MessageUid> retrieveMessagesMarkedForDeletion(Mailbox mailbox, MessageRange range)
            throws MailboxException {
        return Work.now(() -> facts.deleted(number(mailbox), from(range), to(range)));
    }

    @Override
    public long countMessagesInMailbox(Mailbox mailbox) throws MailboxException {
        return getMailboxCounters(mailbox).getCount();
    }

    @Override
    public MailboxCounters getMailboxCounters(Mailbox mailbox) throws MailboxException {
        return Work.now(() -> facts.counters(mailbox.getMailboxId()));
    }

    @Override
    public @Nullable MessageUid findFirstUnseenMessageUid(Mailbox mailbox) throws MailboxException {
        return Work.now(() -> facts.firstUnseen(number(mailbox))).orElse(null);
    }

    @Override
    public List<MessageUid> findRecentMessageUidsInMailbox(Mailbox mailbox) throws MailboxException {
        return Work.now(() -> facts.recent(number(mailbox)));
    }

    @Override
    public Optional<MessageUid> getLastUid(Mailbox mailbox) throws MailboxException {
        return Work.now(() -> facts.lastUid(number(mailbox)));
    }

    @Override
    public ModSeq getHighestModSeq(Mailbox mailbox) throws MailboxException {
        return Work.now(() -> facts.highestModSeq(number(mailbox)));
    }

    @Override
    public Flags getApplicableFlag(Mailbox mailbox) throws MailboxException {
        FlagsBuilder flags = FlagsBuilder.builder()
                .add(Flags.Flag.ANSWERED, Flags.Flag.DELETED, Flags.Flag.DRAFT, Flags.Flag.FLAGGED, Flags.Flag.SEEN);
        Work.now(() -> facts.keywords(number(mailbox))).forEach(flags::add);
        return flags.build();
    }

    @Override
    public MessageMetaData add(Mailbox mailbox, MailboxMessage message) throws MailboxException {
        Date saved = Date.from(clock.instant());
        Summary summary = Additions.summary(message);
        MessageRows.Added added = Work.transaction(sql, c -> {
            Additions.writeContent(c, message, summary);
            return MessageRows.add(c, List.of(number(mailbox)), Additions.row(message, saved)).stream()
                    .findFirst()
                    .orElseThrow(() -> new MailboxNotFoundException(mailbox.getMailboxId()));
        });
        message.setUid(MessageUid.of(added.uid()));
        message.setModSeq(ModSeq.of(added.modSeq()));
        message.setSaveDate(saved);
        message.setFlags(Judged.without(message.createFlags()));
        return message.metaData();
    }

    @Override
    public void delete(Mailbox mailbox, MailboxMessage message) throws MailboxException {
        deleteMessages(mailbox, List.of(message.getUid()));
    }

    @Override
    public Map<MessageUid, MessageMetaData> deleteMessages(Mailbox mailbox, List<MessageUid> uids)
            throws MailboxException {
        UidSet set = UidSet.of(uids.stream().map(MessageUid::asLong).toList());
        List<MessageRow> gone = Work.transaction(sql, c -> Expunge.uids(c, number(mailbox), set));
        Map<MessageUid, MessageMetaData> metadata = new LinkedHashMap<>();
        gone.forEach(row -> metadata.put(MessageUid.of(row.uid()), row.metaData()));
        return metadata;
    }

    @Override
    public Iterator<UpdatedFlags> updateFlags(Mailbox mailbox, FlagsUpdateCalculator calculator, MessageRange set)
            throws MailboxException {
        FlagChange change = FlagChange.ofRange(from(set), to(set));
        return Work.transaction(sql, c -> change.make(c, number(mailbox), calculator))
                .iterator();
    }

    /** The same on the condition of {@link ConditionalFlags}. */
    public ConditionalFlags.Outcome updateFlags(
            Mailbox mailbox, FlagsUpdateCalculator calculator, MessageRange set, long unchangedSince)
            throws MailboxException {
        return Work.transaction(
                sql, c -> FlagChange.unchangedSince(c, number(mailbox), calculator, set, unchangedSince));
    }

    @Override
    public List<UpdatedFlags> resetRecent(Mailbox mailbox) throws MailboxException {
        if (findRecentMessageUidsInMailbox(mailbox).isEmpty()) {
            return List.of(); // most often: no lock then
        }
        FlagsUpdateCalculator off = new FlagsUpdateCalculator(new Flags(Flags.Flag.RECENT), FlagsUpdateMode.REMOVE);
        return Work.transaction(sql, c -> FlagChange.ofRecent().make(c, number(mailbox), off));
    }

    @Override
    public MessageMetaData copy(Mailbox mailbox, MailboxMessage original) throws MailboxException {
        return only(copy(mailbox, List.of(original)));
    }

    @Override
    public List<MessageMetaData> copy(Mailbox mailbox, List<MailboxMessage> originals) throws MailboxException {
        List<Copies.Original> each = originals.stream().map(Copies.Original::of).toList();
        return Work.transaction(sql, c -> Copies.copy(c, number(mailbox), each, clock.instant())).stream()
                .map(MessageRow::metaData)
                .toList();
    }

    @Override
    public MessageMetaData move(Mailbox mailbox, MailboxMessage original) throws MailboxException {
        return only(move(mailbox, List.of(original)));
    }

    @Override
    public List<MessageMetaData> move(Mailbox mailbox, List<MailboxMessage> originals) throws MailboxException {
        return Work.transaction(sql, c -> Moves.move(c, number(mailbox), originals, clock.instant())).stream()
                .map(MessageRow::metaData)
                .toList();
    }

    /** James' own would move one by one. */
    @Override
    public Mono<List<MessageMetaData>> moveReactive(Mailbox mailbox, List<MailboxMessage> originals) {
        return Work.later(() -> move(mailbox, originals));
    }

    private static MessageMetaData only(List<MessageMetaData> done) throws MailboxException {
        return done.stream().findFirst().orElseThrow(() -> new MailboxException("Le message n'existe plus"));
    }

    private static long number(Mailbox mailbox) {
        return MailboxNumber.of(mailbox).value();
    }

    private static long from(MessageRange range) {
        return range.getUidFrom().asLong();
    }

    private static long to(MessageRange range) {
        return range.getUidTo().asLong();
    }
}
