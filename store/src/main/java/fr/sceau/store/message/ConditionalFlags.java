package fr.sceau.store.message;

import java.util.List;
import javax.mail.Flags;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.UpdatedFlags;
import reactor.core.publisher.Mono;

/** A mailbox whose flags can be changed on condition that nobody has changed them meanwhile. */
public interface ConditionalFlags {
    /** A modseq that no message has reached: no condition. */
    long ALWAYS = Long.MAX_VALUE;

    /**
     * Changes the flags of those messages of {@code set} whose modseq is not above {@code unchangedSince}; nothing comes between
     * the look and the change.
     */
    // RFC 7162 3.1.3
    Mono<Outcome> setFlags(
            Flags flags, FlagsUpdateMode mode, MessageRange set, long unchangedSince, MailboxSession session);

    /**
     * What became of the messages.
     *
     * @param done those that have the flags now, also where they had them before
     * @param refused those that had changed
     */
    record Outcome(List<UpdatedFlags> done, List<MessageUid> refused) {
        public static final Outcome NOTHING = new Outcome(List.of(), List.of());
    }
}
