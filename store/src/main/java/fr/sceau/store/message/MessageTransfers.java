package fr.sceau.store.message;

import java.util.List;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageMetaData;
import org.apache.james.mailbox.model.MessageRange;
import reactor.core.publisher.Mono;

/** Mailboxes among which messages are copied and moved, of each set all or none. */
// RFC 3501 6.4.7: after a COPY that failed the target is as before
public interface MessageTransfers {
    Mono<Transferred> copy(Transfer transfer, MailboxSession session);

    Mono<Transferred> move(Transfer transfer, MailboxSession session);

    /** The same mailboxes; all that Sceau knows can do this. */
    static MessageTransfers among(MailboxManager mailboxes) {
        if (mailboxes instanceof MessageTransfers transfers) {
            return transfers;
        }
        throw new IllegalStateException("mailboxes from elsewhere: " + mailboxes.getClass());
    }

    /**
     * What is to go where.
     *
     * @param set ranges of UIDs, which may overlap; what is not there is passed over
     * @param flags those that the messages keep
     */
    record Transfer(List<MessageRange> set, MailboxId from, MailboxId to, PermittedFlags flags) {
        public static Transfer of(List<MessageRange> set, MailboxId from, MailboxId to) {
            return new Transfer(set, from, to, PermittedFlags.ALL);
        }

        public Transfer keeping(PermittedFlags some) {
            return new Transfer(set, from, to, some);
        }
    }

    /** Which message became which: both lists in the order of their uids and of one size. */
    record Transferred(List<MessageMetaData> were, List<MessageMetaData> are) {
        public static final Transferred NOTHING = new Transferred(List.of(), List.of());

        public List<MessageUid> wereUids() {
            return uids(were);
        }

        public List<MessageUid> areUids() {
            return uids(are);
        }

        private static List<MessageUid> uids(List<MessageMetaData> messages) {
            return messages.stream().map(MessageMetaData::getUid).toList();
        }
    }
}
