package fr.sceau.server.fetch;

import javax.mail.Flags;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.message.response.FetchResponse;
import org.apache.james.mailbox.MessageSequenceNumber;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.jspecify.annotations.Nullable;

/** A FETCH response of flags, uid and modseq alone; what is null is not told. */
public final class FlagsAnswer {
    private FlagsAnswer() {}

    public static ImapResponseMessage of(
            MessageSequenceNumber number, @Nullable Flags flags, @Nullable MessageUid uid, @Nullable ModSeq modSeq) {
        return new FetchResponse(number, flags, uid, null, modSeq, null, null, null, null, null, null, null, null);
    }

    /** The stored flags with {@code \Recent} as this session has it: that flag is not the message's. */
    public static Flags inSession(SelectedMailbox selected, MessageUid uid, Flags stored) {
        Flags flags = new Flags(stored);
        flags.remove(Flags.Flag.RECENT);
        if (selected.isRecent(uid)) {
            flags.add(Flags.Flag.RECENT);
        }
        return flags;
    }
}
