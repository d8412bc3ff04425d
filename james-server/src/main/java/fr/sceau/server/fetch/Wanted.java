package fr.sceau.server.fetch;

import fr.sceau.store.database.Blocking;
import fr.sceau.store.mailbox.MailboxNumber;
import fr.sceau.store.message.MailboxChanges;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.imap.api.message.FetchData;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.message.UidRange;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.message.response.VanishedResponse;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.MessageRange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which messages a FETCH means. With CHANGEDSINCE few are looked for by what has changed, and not through all. */
final class Wanted {
    private static final int FEW = 200;

    private final MailboxChanges changes;
    private final SelectedMailbox selected;
    private final FetchData wanted;
    private final List<IdRange> asked = new ArrayList<>();
    private final List<MessageRange> present = new ArrayList<>();

    Wanted(MailboxChanges changes, SelectedMailbox selected, FetchData wanted) {
        this.changes = changes;
        this.selected = selected;
        this.wanted = wanted;
    }

    /** As the client wrote it. */
    void ask(IdRange range) {
        asked.add(range);
    }

    /** As far as the client knows messages in it. */
    void add(MessageRange range) {
        present.add(MessageRange.range(range.getUidFrom(), range.getUidTo()));
    }

    Flux<MessageRange> ranges() {
        if (wanted.getChangedSince() < 0) {
            return Flux.fromIterable(present);
        }
        return Blocking.mono(() -> changes.changedSince(number(), wanted.getChangedSince(), FEW))
                .flatMapIterable(few -> few.map(this::among).orElse(present));
    }

    private List<MessageRange> among(List<Long> uids) {
        return MessageRange.toRanges(uids.stream()
                .map(MessageUid::of)
                .filter(uid -> present.stream().anyMatch(range -> range.includes(uid)))
                .toList());
    }

    /** RFC 7162 3.2.6: what of that has been expunged since. */
    Mono<Void> vanished(Responder responder) {
        if (!wanted.getVanished()) {
            return Mono.empty();
        }
        return Blocking.mono(() -> changes.expungedSince(number(), wanted.getChangedSince()))
                .map(uids ->
                        uids.stream().map(MessageUid::of).filter(this::gone).toList())
                .flatMap(uids -> uids.isEmpty() ? Mono.<List<MessageUid>>empty() : Mono.just(uids))
                .doOnNext(uids -> responder.respond(new VanishedResponse(ranges(uids), true)))
                .then();
    }

    /** One that the client still numbers is told by an untagged VANISHED, when that may be. */
    private boolean gone(MessageUid uid) {
        long number = uid.asLong();
        return asked.stream().anyMatch(range -> range.getLowVal() <= number && number <= range.getHighVal())
                && selected.msn(uid).foldSilent(() -> true, any -> false);
    }

    private static UidRange[] ranges(List<MessageUid> uids) {
        return MessageRange.toRanges(uids).stream()
                .map(range -> new UidRange(range.getUidFrom(), range.getUidTo()))
                .toArray(UidRange[]::new);
    }

    private MailboxNumber number() {
        return MailboxNumber.of(selected.getMailboxId());
    }
}
