package fr.sceau.server.selection;

import fr.sceau.server.fetch.FlagsAnswer;
import fr.sceau.store.database.Blocking;
import fr.sceau.store.mailbox.MailboxNumber;
import fr.sceau.store.message.MailboxChanges;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.mail.Flags;
import org.apache.james.imap.api.message.UidRange;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.AbstractMailboxSelectionRequest;
import org.apache.james.imap.message.response.VanishedResponse;
import org.apache.james.mailbox.MessageSequenceNumber;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.model.ComposedMessageIdWithMetaData;
import org.apache.james.mailbox.model.MessageRange;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells a client that was away what has changed since (RFC 7162 3.2.5): what was expunged, then the flags of what came or
 * changed. Every expunge is known by its modseq, so the sample of numbers that a client may send is of no use here.
 */
record Resync(MailboxChanges changes, ImapSession session, SelectedView view, Responder responder) {
    private static final int FEW = 200;

    Mono<Void> answer(AbstractMailboxSelectionRequest request) {
        long since = request.getKnownModSeq();
        UidRange @Nullable [] known = request.getUidSet();
        Set<MessageUid> told = new HashSet<>();
        return Blocking.mono(() -> changes.expungedSince(MailboxNumber.of(view.getMailboxId()), since))
                .doOnNext(uids -> vanished(uids.stream()
                        .map(MessageUid::of)
                        .filter(uid -> known == null || in(known, uid))
                        .toList()))
                .thenMany(changed(since))
                .filter(message -> message.getModSeq().asLong() > since)
                .filter(message -> known == null
                        || in(known, message.getComposedMessageId().getUid()))
                .doOnNext(message -> told.add(message.getComposedMessageId().getUid()))
                .doOnNext(this::flags)
                .then(gone(since, told, known));
    }

    /**
     * What came since, was counted by EXISTS and is expunged by now: without a word of it the client could not tell which of
     * its numbers that one has. It hears of the end with the next news.
     */
    private Mono<Void> gone(long since, Set<MessageUid> told, UidRange @Nullable [] known) {
        return Blocking.mono(() -> changes.addedSince(MailboxNumber.of(view.getMailboxId()), since))
                .flatMapIterable(added -> added)
                .filter(added -> !told.contains(added.uid()) && (known == null || in(known, added.uid())))
                .doOnNext(added -> view.msn(added.uid())
                        .ifPresent(number -> flags(number, new Flags(), added.uid(), ModSeq.of(added.modSeq()))))
                .then();
    }

    /** What has been expunged and told to nobody here is in the view no more. */
    private void vanished(List<MessageUid> uids) {
        List<MessageUid> gone = uids.stream()
                .filter(uid -> view.msn(uid).foldSilent(() -> true, number -> false))
                .toList();
        if (!gone.isEmpty()) {
            responder.respond(new VanishedResponse(ranges(gone), true));
        }
    }

    /** Few are asked for one by one, for many the whole mailbox is read. */
    private Flux<ComposedMessageIdWithMetaData> changed(long since) {
        return Blocking.mono(() -> changes.changedSince(MailboxNumber.of(view.getMailboxId()), since, FEW))
                .map(few -> few.map(uids -> MessageRange.toRanges(
                                uids.stream().map(MessageUid::of).toList()))
                        .orElse(List.of(MessageRange.all())))
                .flatMapMany(Flux::fromIterable)
                .concatMap(range -> view.getMessageManager().listMessagesMetadata(range, session.getMailboxSession()));
    }

    private void flags(ComposedMessageIdWithMetaData message) {
        MessageUid uid = message.getComposedMessageId().getUid();
        view.msn(uid).ifPresent(number -> flags(number, message.getFlags(), uid, message.getModSeq()));
    }

    private void flags(MessageSequenceNumber number, Flags flags, MessageUid uid, ModSeq modSeq) {
        responder.respond(FlagsAnswer.of(number, FlagsAnswer.inSession(view, uid, flags), uid, modSeq));
    }

    static UidRange[] ranges(List<MessageUid> uids) {
        return MessageRange.toRanges(uids).stream()
                .map(range -> new UidRange(range.getUidFrom(), range.getUidTo()))
                .toArray(UidRange[]::new);
    }

    private static boolean in(UidRange[] ranges, MessageUid uid) {
        return Arrays.stream(ranges).anyMatch(range -> range.includes(uid));
    }
}
