package fr.sceau.store.message;

import fr.sceau.store.content.ContentId;
import fr.sceau.store.mailbox.MailboxNumber;
import java.util.List;
import javax.sql.DataSource;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.model.ComposedMessageId;
import org.apache.james.mailbox.model.ComposedMessageIdWithMetaData;
import org.apache.james.mailbox.model.ThreadId;
import org.apache.james.mailbox.store.mail.MessageMapper;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import reactor.core.publisher.Flux;

/** What is read of a mailbox in the order of its uids: how much at a time, and in James' words. */
final class MailboxPages {
    private static final int PAGE = 200;
    private static final int PAGE_OF_METADATA = 1000;
    private static final int PAGE_OF_FLAGS = 5000;

    private final MessageReads reads;

    MailboxPages(DataSource database) {
        this.reads = new MessageReads(database);
    }

    Pages<MailboxMessage> messages(long mailbox, long first, long last, FetchType type, int limit) {
        int size = type == FetchType.METADATA ? PAGE_OF_METADATA : PAGE;
        Pages.Source<MailboxMessage> source =
                (from, to, most) -> List.copyOf(reads.inMailbox(mailbox, from, to, type, most));
        return new Pages<>(source, message -> message.getUid().asLong(), size, first, last, limit);
    }

    Flux<ComposedMessageIdWithMetaData> metadata(long mailbox, long first, long last) {
        Pages.Source<MessageReads.FlagsRow> source = (from, to, most) -> reads.flags(mailbox, from, to, most);
        return Pages.flux(() -> new Pages<>(
                        source, MessageReads.FlagsRow::uid, PAGE_OF_FLAGS, first, last, MessageMapper.UNLIMITED))
                .map(MailboxPages::metadata);
    }

    Flux<MessageUid> uids(long mailbox) {
        Pages.Source<Long> source = (from, to, most) -> reads.uids(mailbox, from, most);
        return Pages.flux(() ->
                        new Pages<>(source, Long::longValue, PAGE_OF_FLAGS, 1, Long.MAX_VALUE, MessageMapper.UNLIMITED))
                .map(MessageUid::of);
    }

    private static ComposedMessageIdWithMetaData metadata(MessageReads.FlagsRow row) {
        return ComposedMessageIdWithMetaData.builder()
                .composedMessageId(new ComposedMessageId(
                        new MailboxNumber(row.mailbox()), new ContentId(row.content()), MessageUid.of(row.uid())))
                .flags(row.flags().toFlags(row.judged()))
                .modSeq(ModSeq.of(row.modSeq()))
                .threadId(ThreadId.fromBaseMessageId(new ContentId(row.thread())))
                .build();
    }
}
