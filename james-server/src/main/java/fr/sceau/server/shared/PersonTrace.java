package fr.sceau.server.shared;

import fr.sceau.mailets.trace.Event;
import fr.sceau.mailets.trace.Field;
import fr.sceau.mailets.trace.Trace;
import fr.sceau.mailets.trace.TraceEntry;
import fr.sceau.store.message.MessageTransfers.Transferred;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MessageRange;

/** Who did what in somebody else's box: numbers of folders and messages, never a subject or a name of a folder. */
@Singleton
public final class PersonTrace {
    private final Trace trace;

    @Inject
    public PersonTrace(Trace trace) {
        this.trace = trace;
    }

    /** An act on messages of one folder; none is no act. */
    void messages(Event event, MailboxSession session, Mailbox folder, Collection<MessageUid> uids) {
        if (!uids.isEmpty()) {
            List<MessageRange> ranges = MessageRange.toRanges(List.copyOf(uids));
            trace.write(entry(event, session, folder)
                    .with(Field.UIDS, sequence(ranges))
                    .with(Field.COUNT, uids.size()));
        }
    }

    /** Messages that went from one folder to another, on each side that is somebody else's. */
    void transfer(Event event, MailboxSession session, Mailbox from, Mailbox to, Transferred done) {
        if (done.are().isEmpty()) {
            return;
        }
        List<Username> boxes = Stream.of(from.getUser(), to.getUser())
                .filter(owner -> !owner.equals(session.getUser()))
                .distinct()
                .toList();
        for (Username box : boxes) {
            trace.write(entry(event, session, from)
                    .with(Field.MAILBOX, box.asString())
                    .with(Field.UIDS, sequence(MessageRange.toRanges(done.wereUids())))
                    .with(Field.COUNT, done.are().size())
                    .with(Field.TARGET, to.getMailboxId().serialize())
                    .with(Field.TARGET_UIDS, sequence(MessageRange.toRanges(done.areUids()))));
        }
    }

    /** An act on a folder itself. */
    void folder(Event event, MailboxSession session, Username owner, String number) {
        trace.write(entry(event, session, owner).with(Field.FOLDER, number));
    }

    private static TraceEntry entry(Event event, MailboxSession session, Mailbox folder) {
        return entry(event, session, folder.getUser())
                .with(Field.FOLDER, folder.getMailboxId().serialize());
    }

    private static TraceEntry entry(Event event, MailboxSession session, Username owner) {
        return TraceEntry.of(event)
                .with(Field.LOGIN, session.getLoggedInUser().map(Username::asString))
                .with(Field.PERSON, session.getUser().asString())
                .with(Field.MAILBOX, owner.asString());
    }

    /** RFC 3501 9, sequence-set. */
    private static String sequence(List<MessageRange> ranges) {
        return ranges.stream().map(PersonTrace::sequence).collect(Collectors.joining(","));
    }

    private static String sequence(MessageRange range) {
        String from = Long.toString(range.getUidFrom().asLong());
        return switch (range.getType()) {
            case ONE -> from;
            case RANGE -> from + ":" + range.getUidTo().asLong();
            case FROM -> from + ":*";
            case ALL -> "1:*";
        };
    }
}
