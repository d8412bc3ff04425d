package fr.sceau.server.fetch;

import fr.sceau.store.message.ConditionalFlags;
import fr.sceau.store.message.StoredMessage;
import fr.sceau.store.message.StoredResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.mail.Flags;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.message.BodyFetchElement;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.FetchData;
import org.apache.james.imap.api.message.FetchData.Item;
import org.apache.james.imap.api.message.SectionType;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.processor.EnableProcessor;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.apache.james.mailbox.MessageSequenceNumber;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.ComposedMessageIdWithMetaData;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import org.apache.james.mailbox.model.UpdatedFlags;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows messages of the selected mailbox, a page at a time and no faster than the client takes them. */
final class Window {
    private static final int PAGE = 200;
    private static final int FLAGS_AHEAD = 32;
    private static final Flags.Flag SEEN = Flags.Flag.SEEN;

    private final MessageManager mailbox;
    private final ImapSession session;
    private final SelectedMailbox selected;
    private final FetchData wanted;
    private final Responder responder;
    private final Room room;

    Window(
            MessageManager mailbox,
            ImapSession session,
            SelectedMailbox selected,
            FetchData wanted,
            Responder responder) {
        this.mailbox = mailbox;
        this.session = session;
        this.selected = selected;
        this.wanted = wanted;
        this.responder = responder;
        this.room = Room.of(session);
    }

    Mono<Void> show(MessageRange range) {
        return Flux.from(mailbox.getMessagesReactive(range, group(), session.getMailboxSession()))
                .filter(message -> message.getModSeq().asLong() > wanted.getChangedSince())
                .buffer(PAGE)
                .concatMap(this::page, 1)
                .then();
    }

    /** The same for flags, uids and modseqs alone. */
    Mono<Void> showFlags(MessageRange range) {
        return Flux.from(mailbox.listMessagesMetadata(range, session.getMailboxSession()))
                .filter(message -> message.getModSeq().asLong() > wanted.getChangedSince())
                .concatMap(this::respond, FLAGS_AHEAD)
                .then();
    }

    private Mono<Void> respond(ComposedMessageIdWithMetaData message) {
        MessageUid uid = message.getComposedMessageId().getUid();
        return selected.msn(uid).foldSilent(Mono::empty, number -> {
            responder.respond(FlagsAnswer.of(
                    number,
                    wanted.contains(Item.FLAGS) ? FlagsAnswer.inSession(selected, uid, message.getFlags()) : null,
                    wanted.contains(Item.UID) ? uid : null,
                    wanted.contains(Item.MODSEQ) ? message.getModSeq() : null));
            return room.await();
        });
    }

    /** Whether bodies are read is for the trace of shared boxes to know. */
    private FetchGroup group() {
        boolean bodies = wanted.getBodyElements().stream()
                .map(BodyFetchElement::getSectionType)
                .anyMatch(type -> type == SectionType.CONTENT || type == SectionType.TEXT);
        if (bodies) {
            return FetchGroup.FULL_CONTENT;
        }
        boolean more = !wanted.getBodyElements().isEmpty()
                || wanted.contains(Item.ENVELOPE)
                || wanted.contains(Item.BODY)
                || wanted.contains(Item.BODY_STRUCTURE);
        return more ? FetchGroup.HEADERS : FetchGroup.MINIMAL;
    }

    private Mono<Void> page(List<MessageResult> page) {
        List<MessageUid> unseen = wanted.isSetSeen()
                ? page.stream()
                        .filter(message -> !message.getFlags().contains(SEEN))
                        .map(MessageResult::getUid)
                        .toList()
                : List.of();
        boolean mark = !unseen.isEmpty() && writable();
        return (mark ? markSeen(unseen) : Mono.just(Map.<MessageUid, UpdatedFlags>of()))
                .flatMapMany(marked -> Flux.fromIterable(page)
                        .concatMap(message -> respond(message, Optional.ofNullable(marked.get(message.getUid()))), 1))
                .then();
    }

    /** RFC 3501 6.4.5: reading sets \Seen, where the mailbox is not read only; RFC 4314 4: where that may be set. */
    private Mono<Map<MessageUid, UpdatedFlags>> markSeen(List<MessageUid> unseen) {
        if (!(mailbox instanceof ConditionalFlags flags)) {
            return Mono.error(new IllegalStateException("A mailbox from elsewhere: " + mailbox.getClass()));
        }
        return Flux.fromIterable(MessageRange.toRanges(unseen))
                .concatMap(range -> flags.setFlags(
                        new Flags(SEEN),
                        FlagsUpdateMode.ADD,
                        range,
                        ConditionalFlags.ALWAYS,
                        session.getMailboxSession()))
                .concatMapIterable(ConditionalFlags.Outcome::done)
                .filter(UpdatedFlags::flagsChanged)
                .collectMap(UpdatedFlags::getUid);
    }

    private boolean writable() {
        try {
            return mailbox.isWriteable(session.getMailboxSession());
        } catch (MailboxException e) {
            throw new Unreadable(e);
        }
    }

    private Mono<Void> respond(MessageResult result, Optional<UpdatedFlags> marked) {
        if (!(result instanceof StoredResult stored)) {
            return Mono.error(new IllegalStateException("A message from elsewhere: " + result.getClass()));
        }
        int number = selected.msn(result.getUid()).foldSilent(() -> 0, MessageSequenceNumber::asInt);
        if (number == 0) {
            return Mono.empty();
        }
        try {
            responder.respond(fetched(number, stored.message(), marked));
            return room.await();
        } catch (IOException e) {
            return unreadable(result.getUid(), e);
        }
    }

    /** One that somebody has expunged meanwhile is left out; of one that is there, OK must not be said. */
    private Mono<Void> unreadable(MessageUid uid, IOException reason) {
        return Flux.from(mailbox.listMessagesMetadata(MessageRange.one(uid), session.getMailboxSession()))
                .next()
                .flatMap(there -> Mono.error(new MailboxException("Un message ne peut être lu", reason)));
    }

    /** RFC 7162 3.1: who knows of modseqs is told that of every change, and of the state that is shown. */
    private FetchedMessage fetched(int number, StoredMessage message, Optional<UpdatedFlags> marked)
            throws IOException {
        Flags flags = marked.map(UpdatedFlags::getNewFlags).orElseGet(message::createFlags);
        ModSeq modSeq = marked.map(UpdatedFlags::getModSeq).orElse(message.getModSeq());
        return FetchWords.of(new FetchWords.Shown(
                number,
                message,
                wanted,
                FlagsAnswer.inSession(selected, message.getUid(), flags),
                modSeq,
                marked.isPresent() ? ofChange() : Set.of()));
    }

    private Set<Item> ofChange() {
        Set<Capability> enabled = EnableProcessor.getEnabledCapabilities(session);
        boolean modSeqs =
                enabled.contains(ImapConstants.SUPPORTS_CONDSTORE) || enabled.contains(ImapConstants.SUPPORTS_QRESYNC);
        return modSeqs ? Set.of(Item.FLAGS, Item.MODSEQ) : Set.of(Item.FLAGS);
    }

    /** The rights of the mailbox could not be read. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(MailboxException cause) {
            super(cause);
        }
    }
}
